// oxlint-disable no-empty-pattern -- from the pattern vitest reads what a fixture needs
import { randomBytes } from 'node:crypto'
import { createItrSimulator } from 'itr-progress/testing'
import { chromium, type BrowserContext, type BrowserContextOptions } from 'playwright'
import { test } from 'vitest'
import { toRequestListener } from '../../demo/server/toRequestListener.ts'
import { launchOptions } from '../../scripts/programs.mjs'
import { KEY, SECRET } from '../runtimes/createRoutes.ts'
import { startOnLoopback } from '../startOnLoopback.ts'
import { startApp } from './startApp.ts'
import { toApplicant, type Applicant } from './toApplicant.ts'

/** A page of a built app. */
interface HostPage {
  /** A folder of what `npm run test:ci -- consumers` has built. */
  app: string
  path?: string
  environment?: Record<string, string>
}

/** `test` with the running app before a simulated ITR Analyzer, and people before its page, each with a browser of their own. */
export const hostTest = ({ app, path = '/', environment }: HostPage) =>
  test
    .extend('analyzer', { scope: 'file' }, async ({}, { onCleanup }) => {
      let ahead = 0
      const simulator = createItrSimulator({ apiKey: KEY, apiSecret: SECRET, now: () => Date.now() + ahead })
      const server = await startOnLoopback(toRequestListener(simulator.fetch))
      onCleanup(async () => void (await server.stop()))
      return {
        simulator,
        baseUrl: `${server.origin}/api/v1`,
        /** Lets all jobs go on by so many seconds at once, however long the machine takes for the rest. */
        pass: (seconds: number) => void (ahead += seconds * 1000),
      }
    })
    .extend('host', { scope: 'file' }, async ({ analyzer }, { onCleanup }) => {
      const secrets = { key: KEY, secret: SECRET, handles: randomBytes(32).toString('base64') }
      const host = await startApp(app, {
        FINPASS_API_KEY: secrets.key,
        FINPASS_API_SECRET: secrets.secret,
        FINPASS_BASE_URL: analyzer.baseUrl,
        ITR_HANDLE_SECRET: secrets.handles,
        ...environment,
      })
      onCleanup(host.stop)
      return { ...host, url: new URL(path, host.origin).href, secrets: Object.values(secrets) }
    })
    .extend('browser', { scope: 'file' }, async ({}, { onCleanup }) => {
      const browser = await chromium.launch(launchOptions())
      onCleanup(() => browser.close())
      return browser
    })
    .extend('arrive', ({ host, browser }, { onCleanup }) => {
      const contexts: BrowserContext[] = []
      onCleanup(async () => void (await Promise.all(contexts.map((context) => context.close()))))
      return async (options?: BrowserContextOptions): Promise<Applicant> => {
        const context = await browser.newContext(options)
        contexts.push(context)
        await context.addInitScript(tellOfViolations)
        const applicant = toApplicant(await context.newPage())
        await applicant.page.goto(host.url)
        return applicant
      }
    })

/** What the page's own policy refuses is an error of the page. */
const tellOfViolations = () =>
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    console.error(`refused by ${violatedDirective}: ${blockedURI}`),
  )

export type HostTest = ReturnType<typeof hostTest>
