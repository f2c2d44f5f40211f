import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { createPoll, readJson } from '../../docs/requests.ts'
import { environmentOf, startSimulator } from '../../docs/startSimulator.ts'
import { startRedis } from '../startRedis.ts'

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
  vi.restoreAllMocks()
  upstream.requests.length = 0
})

/** Loads the recipe anew, as another process that shares only Redis. */
async function startInstance() {
  vi.resetModules()
  const { itrStatusProxy, cache } = await import('../../../docs/recipes/redis/itrStatusProxy.ts')
  const { signIn } = await import('../../../docs/recipes/host/session.ts')
  const { issueHandle } = await import('../../../docs/recipes/sealed-handles/resolveJob.ts')
  return {
    cache,
    issueHandle: () => issueHandle(upstream.simulator.start(), 'asha'),
    poll: (handle: string, user = 'asha') => readJson(itrStatusProxy(createPoll(handle, signIn(user)))),
  }
}

describe('docs/recipes/redis', () => {
  it('makes one upstream call for two instances, and checks each caller', async () => {
    const [one, two] = [await startInstance(), await startInstance()]
    const handle = await one.issueHandle()
    await vi.waitFor(async () => {
      await one.cache.set('ready', 'yes')
      expect(await one.cache.get('ready')).toBe('yes')
    })
    const first = await one.poll(handle)
    expect(first.status).toBe(200)
    expect(await two.poll(handle)).toEqual(first)
    expect(upstream.requests).toHaveLength(1)
    expect((await two.poll(handle, 'ravi')).status).toBe(404)
    await Promise.all([one.cache.disconnect(), two.cache.disconnect()])
  })

  it('polls the upstream itself while Redis is down', async () => {
    const logged = vi.spyOn(console, 'error').mockReturnValue()
    const { cache, issueHandle, poll } = await startInstance()
    await redis.stop()
    await vi.waitFor(() => expect(logged).toHaveBeenCalled())
    expect((await poll(await issueHandle())).status).toBe(200)
    expect(upstream.requests).toHaveLength(1)
    await cache.disconnect()
  })
})
