import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { createClient, createKeyv, type default as KeyvRedis, type RedisClientOptions } from '@keyv/redis'
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished, vi } from 'vitest'
import { createItrStatusProxy } from 'itr-progress/proxy'
import { requestFor } from '../proxy/createProxy.ts'
import { startRedis } from './startRedis.ts'

const redis = createClient({ url: inject('redisUrl') })
beforeAll(() => redis.connect())
afterAll(() => redis.close())

const createJobId = () => `itr_job_${crypto.randomUUID()}`

const URL_OF_UPSTREAM = 'https://api.finpass.ai/api/v1/itr-analyzer/status'
const keyOf = (job: string) =>
  `itr-status:${createHash('sha256')
    .update(JSON.stringify([URL_OF_UPSTREAM, 'key', job]))
    .digest('hex')}`

/** Creates one server of a host with several: a proxy with its own connection to the shared Redis. */
function createInstance(connection: RedisClientOptions = { url: inject('redisUrl') }) {
  const cache = createKeyv(connection)
  onTestFinished(() => (cache.store as KeyvRedis<string>).disconnect(true))
  const calls: string[] = []
  const proxy = createItrStatusProxy({
    apiKey: 'key',
    apiSecret: 'secret',
    cache,
    resolveJob: (handle) => handle,
    upstream: async (job_id) => {
      calls.push(job_id)
      return Response.json({ job_id, status: 'processing' })
    },
  })
  return {
    poll: (job: string) => proxy(requestFor(job)),
    callsFor: (job: string) => calls.filter((called) => called === job).length,
  }
}

/** Waits longer than the default: the machine may be busy. */
const eventually = <T>(check: () => Promise<T>) => vi.waitFor(check, { timeout: 10_000 })

describe('entry in Redis', () => {
  it('expires after the interval', async () => {
    const job = createJobId()
    await createInstance().poll(job)
    // An instance writes the entry after its response.
    await eventually(async () => expect(await redis.exists(keyOf(job))).toBe(1))
    const ttl = await redis.pTTL(keyOf(job))
    expect(ttl).toBeGreaterThan(0)
    expect(ttl).toBeLessThanOrEqual(5000)
  })

  it.each<[string, (key: string) => Promise<unknown>]>([
    ['text that is not JSON', (key) => redis.set(key, '<b>')],
    ['a Redis list', (key) => redis.lPush(key, 'x')],
    ['an object instead of a string', (key) => redis.set(key, '{"value":{"status":"completed"}}')],
  ])('is a miss if it is %s', async (_, write) => {
    const job = createJobId()
    await write(keyOf(job))
    const { poll, callsFor } = createInstance()
    expect(await (await poll(job)).json()).toMatchObject({ job_id: job, status: 'processing' })
    expect(callsFor(job)).toBe(1)
    await redis.del(keyOf(job))
  })
})

describe('instances without Redis', () => {
  /** Starts two instances with a Redis that a test can stop. */
  async function startPair(options: object = {}) {
    const own = await startRedis()
    onTestFinished(own.stop)
    const connection = { url: own.url, ...options }
    const [one, two] = [createInstance(connection), createInstance(connection)]
    const expectSharing = () =>
      eventually(async () => {
        const job = createJobId()
        await one.poll(job)
        await pause(50)
        await two.poll(job)
        expect(two.callsFor(job)).toBe(0)
      })
    await expectSharing()
    return { own, instances: [one, two], expectSharing }
  }

  /** Expects that each instance makes its own call, and shares it among its own callers. */
  const expectResponses = (instances: ReturnType<typeof createInstance>[]) =>
    Promise.all(
      instances.map(async ({ poll, callsFor }) => {
        const job = createJobId()
        const concurrent = await Promise.all([poll(job), poll(job)])
        for (const response of [...concurrent, await poll(job)])
          expect(await response.json()).toMatchObject({ job_id: job, status: 'processing' })
        expect(callsFor(job)).toBe(1)
      }),
    )

  it('respond while Redis hangs, and use it again when it goes on', async () => {
    const { own, instances, expectSharing } = await startPair()
    own.pause()
    await expectResponses(instances)
    own.resume()
    await expectSharing()
  })

  it.each([{}, { disableOfflineQueue: true }])(
    'respond after Redis has stopped, and use the next one: client options %j',
    async (options) => {
      const { own, instances, expectSharing } = await startPair(options)
      await own.stop()
      await expectResponses(instances)
      const next = await startRedis(own.port)
      onTestFinished(next.stop)
      await expectSharing()
    },
  )

  it('respond if Redis never ran', async () => {
    const stopped = await startRedis()
    await stopped.stop()
    await expectResponses([createInstance({ url: stopped.url })])
  })
})
