import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { startRedis } from '../startRedis.ts'
import { forged, question, said } from '../../docs/asking.ts'
import { environmentOf, startSimulator } from '../../docs/startSimulator.ts'

let upstream: Awaited<ReturnType<typeof startSimulator>>
let redis: Awaited<ReturnType<typeof startRedis>>

beforeAll(async () => {
  upstream = await startSimulator()
  redis = await startRedis()
})
afterAll(async () => {
  await redis.stop()
  await upstream.stop()
})
beforeEach(() => {
  const environment = { ...environmentOf(upstream), REDIS_URL: redis.url }
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value)
})
afterEach(() => {
  vi.unstubAllEnvs()
  upstream.arrivals.length = 0
})

/** Another process of the same host: nothing but Redis is shared. */
async function startInstance() {
  vi.resetModules()
  const { itrStatusProxy, cache } = await import('../../../docs/recipes/redis/itrStatusProxy.ts')
  const { signIn } = await import('../../../docs/recipes/host/session.ts')
  const { issueHandle } = await import('../../../docs/recipes/sealed-handles/resolveJob.ts')
  return { itrStatusProxy, cache, signIn, issueHandle }
}

it('two instances of the recipe for Redis make one upstream call for a job', async () => {
  const [one, other] = [await startInstance(), await startInstance()]
  const handle = await one.issueHandle(upstream.simulator.start(), 'asha')
  await vi.waitFor(async () => {
    await one.cache.set('ready', 'yes')
    expect(await one.cache.get('ready')).toBe('yes')
  })

  const first = await said(one.itrStatusProxy(question(handle, one.signIn('asha'))))
  const second = await said(other.itrStatusProxy(question(handle, other.signIn('asha'))))
  expect(first.status).toBe(200)
  expect(second).toEqual(first)
  expect(upstream.arrivals).toHaveLength(1)

  // What is shared is the answer, not the leave to read it.
  expect((await other.itrStatusProxy(question(handle, other.signIn('ravi')))).status).toBe(404)
  expect((await other.itrStatusProxy(question(forged(handle), other.signIn('asha')))).status).toBe(404)
  await Promise.all([one.cache.disconnect(), other.cache.disconnect()])
})

it('while Redis is away each instance asks the upstream itself', async () => {
  const spoken = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const { itrStatusProxy, cache, signIn, issueHandle } = await startInstance()
  await redis.stop()
  await vi.waitFor(() => expect(spoken).toHaveBeenCalled())

  const handle = await issueHandle(upstream.simulator.start(), 'asha')
  expect((await itrStatusProxy(question(handle, signIn('asha')))).status).toBe(200)
  expect(upstream.arrivals).toHaveLength(1)
  await cache.disconnect()
  spoken.mockRestore()
})
