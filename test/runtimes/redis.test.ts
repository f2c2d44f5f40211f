import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { createClient, createKeyv, type default as KeyvRedis, type RedisClientOptions } from '@keyv/redis'
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished, vi } from 'vitest'
import { createItrStatusProxy, type ItrStatusProxyOptions } from 'itr-progress/proxy'
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

interface InstanceOptions extends Partial<ItrStatusProxyOptions> {
  connection?: RedisClientOptions
}

/** Creates one server of a host with several: a proxy with its own connection to the shared Redis. */
function createInstance({ connection, ...options }: InstanceOptions = {}) {
  const cache = createKeyv(connection ?? inject('redisUrl'))
  onTestFinished(() => (cache.store as KeyvRedis<string>).disconnect(true))
  const calls: string[] = []
  const resolveJob = vi.fn((handle: string) => handle)
  const proxy = createItrStatusProxy({
    apiKey: 'key',
    apiSecret: 'secret',
    cache,
    resolveJob,
    upstream: async (job_id) => {
      calls.push(job_id)
      const canaries = { error_message: 'canary', pdf_report_url: 'https://reports.example/canary.pdf' }
      return Response.json({ job_id, status: 'processing', pan: 'QWERT1234Y', ...canaries })
    },
    ...options,
  })
  return {
    poll: (job: string) => proxy(requestFor(job)),
    callsFor: (job: string) => calls.filter((called) => called === job).length,
    resolveJob,
  }
}

/** Waits longer than the default: the machine may be busy. */
const eventually = <T>(check: () => Promise<T>) => vi.waitFor(check, { timeout: 10_000 })

/** Polls a new job, and waits until its entry is in Redis: an instance writes it after its response. */
async function cacheJob(instance = createInstance()) {
  const job = createJobId()
  const body: unknown = await (await instance.poll(job)).json()
  await eventually(async () => expect(await redis.exists(keyOf(job))).toBe(1))
  return { job, body }
}

describe('instances with a shared Redis', () => {
  it('share one upstream call, and send the same response', async () => {
    const [one, two] = [createInstance(), createInstance()]
    const { job, body } = await cacheJob(one)
    expect(await (await two.poll(job)).json()).toEqual(body)
    expect([one.callsFor(job), two.callsFor(job)]).toEqual([1, 0])
  })

  it('make at most one call per job, interval and instance for 60 watchers', async () => {
    const minUpstreamInterval = 500
    const instances = [createInstance({ minUpstreamInterval }), createInstance({ minUpstreamInterval })]
    const jobs = [createJobId(), createJobId(), createJobId()]
    const startedAt = Date.now()
    const statuses: number[] = []
    async function watch(watcher: number) {
      for (let turn = watcher; Date.now() < startedAt + 2600; turn++) {
        const response = await instances[turn % instances.length]!.poll(jobs[watcher % jobs.length]!)
        statuses.push(response.status)
        await pause(20 + Math.random() * 60)
      }
    }
    await Promise.all(Array.from({ length: 60 }, (_, watcher) => watch(watcher)))

    const intervals = Math.floor((Date.now() - startedAt) / minUpstreamInterval) + 1
    for (const { callsFor } of instances)
      for (const job of jobs) expect(callsFor(job)).toBeLessThanOrEqual(intervals)
    expect(new Set(statuses)).toEqual(new Set([200]))
    const resolved = instances.flatMap(({ resolveJob }) => resolveJob.mock.calls)
    expect(resolved).toHaveLength(statuses.length)
  })
})

describe('entry in Redis', () => {
  it('expires after the interval', async () => {
    const { job } = await cacheJob()
    const ttl = await redis.pTTL(keyOf(job))
    expect(ttl).toBeGreaterThan(0)
    expect(ttl).toBeLessThanOrEqual(5000)
  })

  it('has a hashed key and only public fields', async () => {
    const { job } = await cacheJob()
    const keys = await redis.keys('*')
    expect(keys).toContain(keyOf(job))
    for (const key of keys) expect(key).toMatch(/^itr-status:[0-9a-f]{64}$/)
    const values = (await Promise.all(keys.map((key) => redis.get(key)))).join('\n')
    expect(values).toContain('QWERT****Y')
    expect(values).not.toMatch(/itr_job_|canary|QWERT1234Y|secret/)
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
    const [one, two] = [createInstance({ connection }), createInstance({ connection })]
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
    await expectResponses([createInstance({ connection: { url: stopped.url } })])
  })
})
