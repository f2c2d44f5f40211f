import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ask, createProxy, flat, HANDLE, JOB_ID } from './asking.ts'

const START = Date.UTC(2026, 3, 7, 11, 24, 14)

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: START }))
afterEach(() => void vi.useRealTimers())

const later = (ms: number) => vi.setSystemTime(Date.now() + ms)

async function eventOf(init: Parameters<typeof ask>[0], options: Parameters<typeof createProxy>[0] = {}) {
  const { proxy, events } = createProxy(options)
  const response = await proxy(ask(init))
  expect(events).toHaveLength(1)
  expect(events[0]?.status).toBe(response.status)
  return events[0]
}

describe('an answered request', () => {
  it('is reported whole', async () => {
    const { proxy, events } = createProxy({
      upstream: () => {
        later(250)
        return Response.json(flat())
      },
    })
    const body = (await (await proxy(ask())).json()) as { reference: string }
    const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JOB_ID))
    expect(events).toEqual([
      {
        type: 'itr-status',
        at: new Date(START + 250).toISOString(),
        outcome: 'answered',
        status: 200,
        errorCode: null,
        job: Buffer.from(hash).toString('hex').slice(0, 32),
        reference: body.reference,
        upstream: 'called',
        durationMs: 250,
      },
    ])
  })

  it('does not take less than no time when the clock is set back', async () => {
    const event = await eventOf({}, { upstream: () => (later(-5000), Response.json(flat())) })
    expect(event?.durationMs).toBe(0)
  })
})

describe('a refused request is reported with its code, and without a job', () => {
  it.each([
    [{ method: 'PUT' }, 405, 'method_not_allowed'],
    [{ headers: { 'Content-Type': 'text/plain' } }, 415, 'unsupported_media_type'],
    [{ headers: { 'Sec-Fetch-Site': 'none' } }, 403, 'forbidden_origin'],
    [{ body: ' '.repeat(4097) }, 413, 'body_too_large'],
    [{ body: '[]' }, 400, 'invalid_request'],
  ])('%o', async (init, status, errorCode) => {
    const nothing = { job: null, reference: null, upstream: null }
    expect(await eventOf(init)).toMatchObject({ outcome: 'refused', status, errorCode, ...nothing })
  })
})

describe('a denied request', () => {
  it('by resolveJob is reported without a job', async () => {
    expect(await eventOf({ body: { job_id: 'other' } })).toMatchObject({
      outcome: 'denied',
      status: 404,
      errorCode: 'not_found',
      job: null,
      reference: null,
      upstream: null,
    })
  })

  it('by the upstream is reported with the job that resolveJob had said yes to', async () => {
    const upstream = () => Response.json({ success: false }, { status: 410 })
    expect(await eventOf({}, { upstream })).toMatchObject({
      outcome: 'denied',
      errorCode: 'not_found',
      job: expect.stringMatching(/^[0-9a-f]{32}$/),
      reference: expect.any(String),
      upstream: 'called',
    })
  })
})

describe('a failed request is reported with the job', () => {
  it.each([
    [429, 429, 'rate_limited'],
    [500, 502, 'upstream_unavailable'],
    [401, 502, 'upstream_refused'],
    [302, 502, 'upstream_invalid'],
  ])('an upstream %i', async (upstreamStatus, status, errorCode) => {
    const upstream = () => new Response('', { status: upstreamStatus })
    expect(await eventOf({}, { upstream })).toMatchObject({
      outcome: 'failed',
      status,
      errorCode,
      job: expect.any(String),
      upstream: 'called',
    })
  })

  it('no answer in time', async () => {
    const event = await eventOf({}, { upstream: () => new Promise(() => {}), upstreamTimeout: 5 })
    expect(event).toMatchObject({ outcome: 'failed', status: 504, errorCode: 'upstream_timeout' })
  })
})

describe('onEvent', () => {
  it('is given the very request, so that the host can say who asked', async () => {
    const onEvent = vi.fn()
    const request = ask()
    await createProxy({ onEvent }).proxy(request)
    expect(onEvent).toHaveBeenCalledTimes(1)
    expect(onEvent.mock.calls[0]?.[1]).toBe(request)
  })

  it.each([
    [
      'throws',
      () => {
        throw new Error('log is full')
      },
    ],
    ['rejects', () => Promise.reject(new Error('log is away'))],
    ['never ends', () => new Promise(() => {})],
  ])('that %s breaks and delays no answer', async (_, onEvent) => {
    const unhandled = vi.fn()
    process.on('unhandledRejection', unhandled)
    const { proxy } = createProxy({ onEvent })
    expect((await proxy(ask())).status).toBe(200)
    expect((await proxy(ask({ method: 'PUT' }))).status).toBe(405)
    await new Promise((resolve) => setTimeout(resolve, 5))
    process.off('unhandledRejection', unhandled)
    expect(unhandled).not.toHaveBeenCalled()
  })

  it('need not be there', async () => {
    expect((await createProxy({ onEvent: undefined }).proxy(ask())).status).toBe(200)
  })

  it('is not told of a check, which is no request of a browser', async () => {
    const { proxy, events } = createProxy()
    await proxy.getJob(HANDLE, ask())
    expect(events).toEqual([])
  })
})
