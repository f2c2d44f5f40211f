// oxlint-disable no-empty-pattern -- vitest reads the dependencies of a fixture from the pattern
import { randomBytes } from 'node:crypto'
import type { RequestListener } from 'node:http'
import { createItrSimulator } from 'itr-progress/testing'
import { chromium, type BrowserContext, type BrowserContextOptions } from 'playwright'
import { test } from 'vitest'
import { toRequestListener } from '../../src/cli/toRequestListener.ts'
import { launchOptions } from '../../scripts/programs.mjs'
import { KEY, SECRET } from '../runtimes/createRoutes.ts'
import { startOnLoopback } from '../startOnLoopback.ts'
import { createApplicant, type Applicant } from './createApplicant.ts'
import { startApp } from './startApp.ts'

interface HostPage {
  /** Folder of an app that `npm run test:ci -- consumers` built. */
  app: string
  environment?: Record<string, string>
}

/** `test` with a running app, its simulated upstream, and pages in separate browser contexts. */
export const hostTest = ({ app, environment }: HostPage) =>
  test
    .extend('upstream', { scope: 'file' }, async ({}, { onCleanup }) => {
      let ahead = 0
      const simulator = createItrSimulator({ apiKey: KEY, apiSecret: SECRET, now: () => Date.now() + ahead })
      const simulate = toRequestListener(simulator.fetch)
      let listener = simulate
      const server = await startOnLoopback((...exchange) => {
        const respond = listener
        listener = simulate
        respond(...exchange)
      })
      onCleanup(async () => void (await server.stop()))
      return {
        simulator,
        baseUrl: `${server.origin}/api/v1`,
        /** Moves the clock of all jobs. */
        advance: (seconds: number) => void (ahead += seconds * 1000),
        /** Responds to the next request in place of the simulator. */
        respondOnce: (respond: RequestListener) => void (listener = respond),
      }
    })
    .extend('host', { scope: 'file' }, async ({ upstream }, { onCleanup }) => {
      const secrets = { key: KEY, secret: SECRET, handles: randomBytes(32).toString('base64') }
      const host = await startApp(app, {
        FINPASS_API_KEY: secrets.key,
        FINPASS_API_SECRET: secrets.secret,
        FINPASS_BASE_URL: upstream.baseUrl,
        ITR_HANDLE_SECRETS: secrets.handles,
        ...environment,
      })
      onCleanup(host.stop)
      return { ...host, url: new URL('/', host.origin).href, secrets: Object.values(secrets) }
    })
    .extend('browser', { scope: 'file' }, async ({}, { onCleanup }) => {
      const browser = await chromium.launch(launchOptions())
      onCleanup(() => browser.close())
      return browser
    })
    .extend('openPage', ({ host, browser }, { onCleanup }) => {
      const contexts: BrowserContext[] = []
      onCleanup(async () => void (await Promise.all(contexts.map((context) => context.close()))))
      return async (options?: BrowserContextOptions): Promise<Applicant> => {
        const context = await browser.newContext(options)
        contexts.push(context)
        await context.addInitScript(logPolicyViolations)
        const applicant = createApplicant(await context.newPage())
        await applicant.page.goto(host.url)
        return applicant
      }
    })

const logPolicyViolations = () =>
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    console.error(`refused by ${violatedDirective}: ${blockedURI}`),
  )

export type HostTest = ReturnType<typeof hostTest>
