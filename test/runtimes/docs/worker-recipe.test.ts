import { createItrJobHandles } from 'itr-progress/proxy'
import { Miniflare } from 'miniflare'
import { build, type Rolldown } from 'vite'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { forged } from '../../docs/asking.ts'
import { pathOf } from '../../docs/pages.ts'
import { environmentOf, startSimulator } from '../../docs/startSimulator.ts'

let upstream: Awaited<ReturnType<typeof startSimulator>>
let miniflare: Miniflare
let origin: string

beforeAll(async () => {
  upstream = await startSimulator()
  const { output } = (await build({
    configFile: false,
    logLevel: 'warn',
    resolve: { alias: { 'itr-progress/proxy': pathOf('src/proxy/index.ts') } },
    ssr: { target: 'webworker', noExternal: true },
    build: { write: false, ssr: pathOf('test/runtimes/docs/workerHost.ts') },
  })) as Rolldown.RolldownOutput
  miniflare = new Miniflare({
    modules: true,
    script: output[0].code,
    compatibilityDate: '2026-03-01',
    bindings: environmentOf(upstream),
  })
  origin = (await miniflare.ready).origin
}, 30_000)
afterAll(async () => {
  await miniflare.dispose()
  await upstream.stop()
})

const signIn = async (user: string) => (await fetch(`${origin}/sign-in?user=${user}`)).text()

const ask = (handle: string, cookie: string) =>
  fetch(`${origin}/api/itr/status`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin', Cookie: cookie },
    body: JSON.stringify({ job_id: handle }),
  })

it('the recipe for Workers answers in workerd, and shares a call among those who ask at once', async () => {
  const secrets = environmentOf(upstream).ITR_HANDLE_SECRETS.split(',')
  const handle = await createItrJobHandles({ secrets, ttl: 60_000 }).seal(upstream.simulator.start(), 'asha')
  const asha = await signIn('asha')

  const answers = await Promise.all([1, 2, 3].map(() => ask(handle, asha)))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  expect(await answers[2]!.json()).toMatchObject({ job_id: handle, status: 'initiated' })
  expect(upstream.arrivals).toHaveLength(1)

  expect((await ask(handle, await signIn('ravi'))).status).toBe(404)
  expect((await ask(forged(handle), asha)).status).toBe(404)
  expect((await fetch(origin)).status).toBe(404)
})
