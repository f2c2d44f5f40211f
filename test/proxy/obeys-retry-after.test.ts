import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ask, createProxy, flat } from './asking.ts'

const START = Date.UTC(2026, 3, 7, 11, 24, 14)

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: START }))
afterEach(() => void vi.useRealTimers())

const later = (ms: number) => vi.setSystemTime(Date.now() + ms)

function createBusyProxy(retryAfter: string, status = 429) {
  return createProxy({ upstream: () => new Response('', { status, headers: { 'Retry-After': retryAfter } }) })
}

const retryAfterOf = (response: Response) => response.headers.get('Retry-After')

describe('a Retry-After of a 429 is passed on as the seconds that are left', () => {
  it.each([
    ['30', '30'],
    [' 30 ', '30'],
    ['0', '0'],
    ['7200', '60'],
    ['9999999999', '60'],
    ['Tue, 07 Apr 2026 11:24:44 GMT', '30'],
    ['Tuesday, 07-Apr-26 11:24:44 GMT', '30'],
    ['Tue Apr  7 11:24:44 2026', '30'],
    ['Tue, 07 Apr 2026 11:24:00 GMT', '0'],
  ])('%s is %s', async (given, passedOn) => {
    const response = await createBusyProxy(given).proxy(ask())
    expect([response.status, retryAfterOf(response)]).toEqual([429, passedOn])
  })

  it.each([
    '',
    'soon',
    '-5',
    '1.5',
    '5s',
    '0x10',
    '2026-04-07T11:24:44Z',
    'May',
    'Tue, 99 Abc 2026 11:24:44 GMT',
    // A date begins with the name of a day (RFC 9110 §5.6.7).
    '07 Apr 2026 11:24:44 GMT',
    'Tu, 07 Apr 2026 11:24:44 GMT',
  ])('%s says nothing, and nothing is passed on', async (given) => {
    const response = await createBusyProxy(given).proxy(ask())
    expect([response.status, retryAfterOf(response)]).toEqual([429, null])
  })

  it('fewer are left as time goes by, and a part of one counts as one', async () => {
    const { proxy } = createBusyProxy('30')
    await proxy(ask())
    later(12_000)
    expect(retryAfterOf(await proxy(ask()))).toBe('18')
    later(1)
    expect(retryAfterOf(await proxy(ask()))).toBe('18')
    later(17_998)
    expect(retryAfterOf(await proxy(ask()))).toBe('1')
  })

  it('reads a date without a zone as GMT, whatever the zone of the server', async () => {
    vi.stubEnv('TZ', 'Asia/Kolkata')
    expect(new Date().getTimezoneOffset()).toBe(-330)
    expect(retryAfterOf(await createBusyProxy('Tue Apr  7 11:24:44 2026').proxy(ask()))).toBe('30')
    vi.unstubAllEnvs()
  })
})

describe('until then the job is not asked for again', () => {
  it('by anybody', async () => {
    const { proxy, calls } = createBusyProxy('30')
    await proxy(ask())
    later(29_999)
    expect((await proxy(ask())).status).toBe(429)
    expect(calls).toHaveLength(1)
    later(1)
    await proxy(ask())
    expect(calls).toHaveLength(2)
  })

  it('for at most 60 s', async () => {
    const { proxy, calls } = createBusyProxy('7200')
    await proxy(ask())
    later(59_999)
    expect(retryAfterOf(await proxy(ask()))).toBe('1')
    expect(calls).toHaveLength(1)
    later(1)
    await proxy(ask())
    expect(calls).toHaveLength(2)
  })

  it('nor before the interval is over, should that be later', async () => {
    const { proxy, calls } = createBusyProxy('2')
    await proxy(ask())
    later(4999)
    expect(retryAfterOf(await proxy(ask()))).toBe('0')
    expect(calls).toHaveLength(1)
    later(1)
    await proxy(ask())
    expect(calls).toHaveLength(2)
  })

  it('even where answers are not kept otherwise', async () => {
    const { proxy, calls } = createProxy({
      minUpstreamInterval: 0,
      upstream: () => new Response('', { status: 429, headers: { 'Retry-After': '10' } }),
    })
    await proxy(ask())
    await proxy(ask())
    expect(calls).toHaveLength(1)
  })

  it('other jobs are', async () => {
    const { proxy, calls } = createProxy({
      resolveJob: (handle) => handle,
      upstream: () => new Response('', { status: 429, headers: { 'Retry-After': '10' } }),
    })
    await proxy(ask({ body: { job_id: 'a' } }))
    await proxy(ask({ body: { job_id: 'b' } }))
    expect(calls).toHaveLength(2)
  })
})

describe('no other answer has a Retry-After', () => {
  it.each([503, 200])('a %i of the upstream with one', async (status) => {
    const upstream = () => Response.json(flat(), { status, headers: { 'Retry-After': '30' } })
    expect(retryAfterOf(await createProxy({ upstream }).proxy(ask()))).toBeNull()
  })
})
