import { describe, expect, it, vi } from 'vitest'
import {
  createProxy,
  createRequest,
  failOnLogsAndRejections,
  flatJob,
  HANDLE,
  JOB_ID,
  OK,
  poll,
  readResponse,
  throwError,
  useFakeDate,
} from './createProxy.ts'

const START = Date.UTC(2026, 3, 7, 11, 24, 14)

failOnLogsAndRejections()
const advance = useFakeDate(START)

describe('onEvent', () => {
  it('gets the whole event and the request itself', async () => {
    const onEvent = vi.fn()
    const upstream = () => {
      advance(250)
      return Response.json(flatJob())
    }
    const request = createRequest()
    const { body } = await readResponse(await createProxy({ onEvent, upstream }).proxy(request))
    const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JOB_ID))
    expect(onEvent.mock.calls).toEqual([
      [
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
        request,
      ],
    ])
    expect(onEvent.mock.calls[0]![1]).toBe(request)
  })

  it('gets no negative duration after the clock was set back', async () => {
    const { proxy, events } = createProxy({ upstream: () => (advance(-5000), Response.json(flatJob())) })
    await proxy(createRequest())
    expect(events).toMatchObject([{ durationMs: 0 }])
  })

  it.each<[string, () => unknown]>([
    ['throws', throwError],
    ['rejects', () => Promise.reject(new Error('log is away'))],
    ['never ends', () => new Promise(() => {})],
  ])('that %s does not change or delay a response', async (_, onEvent) => {
    const { proxy } = createProxy({ onEvent })
    expect(await poll(proxy)).toEqual(OK)
    expect((await proxy(createRequest({ method: 'PUT' }))).status).toBe(405)
  })

  it('is optional', async () => {
    expect(await poll(createProxy({ onEvent: undefined }).proxy)).toEqual(OK)
  })

  it('does not run for getJob', async () => {
    const { proxy, events } = createProxy()
    await proxy.getJob(HANDLE, createRequest())
    expect(events).toEqual([])
  })
})
