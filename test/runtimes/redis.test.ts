import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { createClient, createKeyv, type default as KeyvRedis, type RedisClientOptions } from '@keyv/redis'
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished, vi } from 'vitest'
import { createItrStatusProxy, type ItrStatusProxyOptions } from 'itr-progress/proxy'
import { startRedis } from './startRedis.ts'

const redis = createClient({ url: inject('redisUrl') })
beforeAll(() => redis.connect())
afterAll(() => redis.close())

let begun = 0
/** A job that nobody has asked for yet. */
const beginJob = () => `itr_job_${++begun}_${crypto.randomUUID()}`

const keyOf = (job: string) => `itr-status:${createHash('sha256').update(job).digest('hex')}`

interface InstanceOptions extends Partial<ItrStatusProxyOptions> {
  connection?: RedisClientOptions
  /** Of the upstream's answer. */
  fields?: Record<string, unknown>
}

/** One of the servers that a balancer may send a browser to: a proxy with a connection of its own to the shared Redis. */
function createInstance({ connection, fields, ...options }: InstanceOptions = {}) {
  const cache = createKeyv(connection ?? inject('redisUrl'))
  onTestFinished(() => (cache.store as KeyvRedis<string>).disconnect(true))
  const calls: string[] = []
  const resolveJob = vi.fn((handle: string) => handle)
  const proxy = createItrStatusProxy({
    apiKey: 'key',
    apiSecret: 'secret',
    cache,
    resolveJob,
    upstream: async (job) => {
      calls.push(job)
      return Response.json({
        job_id: job,
        status: 'processing',
        pan: 'QWERT1234Y',
        error_message: 'canary',
        pdf_report_url: 'https://reports.example/canary.pdf',
        ...fields,
      })
    },
    ...options,
  })
  return {
    ask: (job: string) => proxy(questionAbout(job)),
    callsFor: (job: string) => calls.filter((called) => called === job).length,
    resolveJob,
  }
}

const questionAbout = (job: string) =>
  new Request('https://app.example.com/api/itr/status', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin' },
    body: JSON.stringify({ job_id: job }),
  })

/** However busy the machine is. */
const eventually = <T>(look: () => Promise<T>) => vi.waitFor(look, { timeout: 10_000 })

/** What an instance writes, it writes after it has answered. */
const written = (job: string) =>
  eventually(async () => {
    const value = await redis.get(keyOf(job))
    expect(value).not.toBeNull()
    return value!
  })

describe('two instances over one Redis', () => {
  it('ask once between them, and give the same answer', async () => {
    const [one, two] = [createInstance(), createInstance()]
    const job = beginJob()
    const first = await (await one.ask(job)).json()
    await written(job)
    const response = await two.ask(job)
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual(first)
    expect([one.callsFor(job), two.callsFor(job)]).toEqual([1, 0])
  })

  it('ask for each caller whether they may, whatever the other one knows', async () => {
    const [one, two] = [createInstance(), createInstance({ resolveJob: () => null })]
    const job = beginJob()
    await one.ask(job)
    await written(job)
    expect((await two.ask(job)).status).toBe(404)
    expect(one.resolveJob).toHaveBeenCalledTimes(1)
  })

  it('ask again when the interval is over', async () => {
    const options = { minUpstreamInterval: 300 }
    const [one, two] = [createInstance(options), createInstance(options)]
    const job = beginJob()
    await one.ask(job)
    await pause(310)
    await two.ask(job)
    expect([one.callsFor(job), two.callsFor(job)]).toEqual([1, 1])
  })
})

describe('what is left in Redis', () => {
  it('is under the hash of the job id, for the rest of the interval', async () => {
    const job = beginJob()
    await createInstance().ask(job)
    await written(job)
    const left = await redis.pTTL(keyOf(job))
    expect(left).toBeGreaterThan(0)
    expect(left).toBeLessThanOrEqual(5000)
  })

  it.each(['completed', 'failed'])('stays a minute if it says %s', async (status) => {
    const job = beginJob()
    await createInstance({ fields: { status } }).ask(job)
    await written(job)
    const left = await redis.pTTL(keyOf(job))
    expect(left).toBeGreaterThan(50_000)
    expect(left).toBeLessThanOrEqual(60_000)
  })

  it('is nothing that a browser may not see, in no key and no value of all', async () => {
    const job = beginJob()
    await createInstance().ask(job)
    await written(job)
    const keys = await redis.keys('*')
    const values = await Promise.all(keys.map((key) => redis.get(key)))
    expect(keys).toContain(keyOf(job))
    for (const key of keys) expect(key).toMatch(/^itr-status:[0-9a-f]{64}$/)
    const all = values.join('\n')
    expect(all).toContain('QWERT****Y')
    expect(all).not.toMatch(/itr_job_|canary|QWERT1234Y|secret/)
  })
})

describe('what somebody else has left there', () => {
  const fieldsOf = async () => {
    const job = beginJob()
    await createInstance().ask(job)
    return JSON.parse((JSON.parse(await written(job)) as { value: string }).value) as object
  }

  it('counts if it is what an instance would leave', async () => {
    const job = beginJob()
    await redis.set(keyOf(job), JSON.stringify({ value: JSON.stringify(await fieldsOf()) }))
    const { ask, callsFor } = createInstance()
    expect((await ask(job)).status).toBe(200)
    expect(callsFor(job)).toBe(0)
  })

  it.each<[string, (job: string) => Promise<unknown>]>([
    ['text that is no JSON', (job) => redis.set(keyOf(job), '<b>')],
    ['a list', (job) => redis.lPush(keyOf(job), 'x')],
    ['no text', (job) => redis.set(keyOf(job), '{"value":{"status":"completed"}}')],
    [
      'a status that is none',
      async (job) => {
        const value = JSON.stringify({ ...(await fieldsOf()), status: 'hacked' })
        return redis.set(keyOf(job), JSON.stringify({ value }))
      },
    ],
    [
      'a status that would count for ever',
      async (job) => {
        const value = JSON.stringify({ ...(await fieldsOf()), status: 'completed', until: 8e15 })
        return redis.set(keyOf(job), JSON.stringify({ value }))
      },
    ],
  ])('is a miss if it is %s', async (_, poison) => {
    const job = beginJob()
    await poison(job)
    const { ask, callsFor } = createInstance()
    const response = await ask(job)
    expect(await response.json()).toMatchObject({ job_id: job, status: 'processing', pan: 'QWERT****Y' })
    expect(callsFor(job)).toBe(1)
  })
})

describe('a Redis that is away breaks no answer', () => {
  /** Two instances over a Redis of their own, connected. */
  async function createPair(options: object) {
    const own = await startRedis()
    onTestFinished(own.stop)
    const connection = { url: own.url, ...options }
    const [one, two] = [createInstance({ connection }), createInstance({ connection })]
    const sharing = async () => {
      const job = beginJob()
      await one.ask(job)
      await pause(50)
      await two.ask(job)
      return two.callsFor(job) === 0
    }
    await eventually(async () => expect(await sharing()).toBe(true))
    return { own, one, two, sharing }
  }

  /** From each, though it can hear nothing of the others: one call for all who ask it. */
  async function expectAnswers(...instances: ReturnType<typeof createInstance>[]) {
    const job = beginJob()
    await Promise.all(
      instances.map(async ({ ask, callsFor }) => {
        const together = await Promise.all([ask(job), ask(job)])
        for (const response of [...together, await ask(job)]) {
          expect(await response.json()).toMatchObject({ job_id: job, status: 'processing' })
        }
        expect(callsFor(job)).toBe(1)
      }),
    )
  }

  it('while it hangs; when it goes on, it is used again', async () => {
    const { own, one, two, sharing } = await createPair({})
    own.pause()
    // It hangs until there are the answers: nobody has waited for it.
    await expectAnswers(one, two)
    own.resume()
    await eventually(async () => expect(await sharing()).toBe(true))
  })

  it.each([
    ['that keeps what it could not send', {}],
    ['that does not', { disableOfflineQueue: true }],
  ])('after it has died, with a client %s; when there is another, that is used', async (_, options) => {
    const { own, one, two, sharing } = await createPair(options)
    await own.stop()
    await expectAnswers(one, two)
    const next = await startRedis(own.port)
    onTestFinished(next.stop)
    await eventually(async () => expect(await sharing()).toBe(true))
  })

  it('where there was none to begin with', async () => {
    const gone = await startRedis()
    await gone.stop()
    await expectAnswers(createInstance({ connection: { url: gone.url } }))
  })
})

describe('however many watch at two instances', () => {
  it('a job is asked for at most once an interval and instance, and each watcher is looked at', async () => {
    const minUpstreamInterval = 500
    const instances = [createInstance({ minUpstreamInterval }), createInstance({ minUpstreamInterval })]
    const jobs = [beginJob(), beginJob(), beginJob()]
    const begunAt = Date.now()
    const statuses: number[] = []
    async function watch(watcher: number) {
      const job = jobs[watcher % jobs.length]!
      for (let turn = watcher; Date.now() < begunAt + 2600; turn++) {
        const response = await instances[turn % instances.length]!.ask(job)
        statuses.push(response.status)
        await pause(20 + Math.random() * 60)
      }
    }
    await Promise.all(Array.from({ length: 60 }, (_, watcher) => watch(watcher)))

    const intervals = Math.floor((Date.now() - begunAt) / minUpstreamInterval) + 1
    for (const { callsFor } of instances)
      for (const job of jobs) expect(callsFor(job)).toBeLessThanOrEqual(intervals)
    expect(new Set(statuses)).toEqual(new Set([200]))
    const asked = instances.flatMap(({ resolveJob }) => resolveJob.mock.calls)
    expect(asked).toHaveLength(statuses.length)

    const calls = instances.flatMap(({ callsFor }) => jobs.map(callsFor)).reduce((sum, count) => sum + count)
    const least = jobs.length * intervals
    console.info(
      `Two instances over Redis: ${statuses.length} questions, ${calls} upstream calls, ` +
        `${(calls / least).toFixed(2)} of one per job and interval (${least}).`,
    )
  })
})
