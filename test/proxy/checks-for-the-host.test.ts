import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ItrStatusError } from '../../src/contract/ItrStatusError.ts'
import { ask, createProxy, flat, HANDLE, JOB_ID } from './asking.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

/** The request of a form that was posted: no question to the proxy, and its body is the host's. */
const form = () => new Request('https://app.example.com/apply', { method: 'POST', body: 'itrVerification=x' })

const failing = (status: number, body: unknown = '', headers: Record<string, string> = {}) =>
  createProxy({ upstream: () => new Response(JSON.stringify(body), { status, headers }) })

async function errorOf(promise: Promise<unknown>) {
  const error = await promise.then(
    () => expect.unreachable(),
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(ItrStatusError)
  return error as ItrStatusError
}

describe('check', () => {
  it('gives the job as this caller’s browser would be told it', async () => {
    const { proxy } = createProxy({
      upstream: () =>
        Response.json(
          flat({
            status: 'failed',
            error_message: 'Account locked for ABCDE1234F',
            pan: 'ABCDE1234F',
            steps_failed: ['check_credentials'],
            updated_at: '2026-04-07T11:24:20.262000',
            pdf_report_url: 'https://reports.example/r.pdf',
          }),
        ),
    })
    expect(await proxy.getJob(HANDLE, form())).toEqual({
      jobId: HANDLE,
      status: 'failed',
      reportedStatus: 'failed',
      currentStep: null,
      stepsCompleted: [],
      stepsFailed: ['check_credentials'],
      failure: 'account_locked',
      errorMessage: null,
      pan: 'ABCDE****F',
      createdAt: null,
      updatedAt: '2026-04-07T11:24:20.262Z',
      completedAt: null,
      pdfReportUrl: null,
      reference: '5QZC-PYS4',
    })
  })

  it('gives the report URL where it is exposed', async () => {
    const upstream = () => Response.json(flat({ pdf_report_url: 'https://reports.example/r.pdf' }))
    const { proxy } = createProxy({ upstream, exposeReportUrl: true })
    expect(await proxy.getJob(HANDLE, form())).toMatchObject({
      pdfReportUrl: 'https://reports.example/r.pdf',
    })
  })

  it('asks resolveJob with the handle and the very request, and leaves its body alone', async () => {
    const resolveJob = vi.fn(() => JOB_ID)
    const request = form()
    await createProxy({ resolveJob }).proxy.getJob(HANDLE, request)
    expect(resolveJob.mock.calls).toEqual([[HANDLE, request]])
    expect(await request.text()).toBe('itrVerification=x')
  })

  it('shares calls and answers with the browser’s questions', async () => {
    const { proxy, calls } = createProxy({ upstream: () => Response.json(flat({ status: 'completed' })) })
    const [job] = await Promise.all([proxy.getJob(HANDLE, form()), proxy(ask())])
    expect(job).toMatchObject({ status: 'completed' })
    expect(await proxy.getJob(HANDLE, form())).toMatchObject({ status: 'completed' })
    expect(calls).toHaveLength(1)
  })

  it('gives everybody a job of their own', async () => {
    const { proxy } = createProxy({ upstream: () => Response.json(flat({ steps_completed: ['a'] })) })
    const job = await proxy.getJob(HANDLE, form())
    ;(job!.stepsCompleted as string[]).push('b')
    expect((await proxy.getJob(HANDLE, form()))?.stepsCompleted).toEqual(['a'])
  })
})

describe('check gives null', () => {
  it.each([
    ['null', () => null],
    ['a throw', () => Promise.reject(new Error('x'))],
    ['no string', () => 7 as unknown as string],
  ])('where resolveJob denies by %s', async (_, resolveJob) => {
    const { proxy, calls } = createProxy({ resolveJob })
    expect(await proxy.getJob(HANDLE, form())).toBeNull()
    expect(calls).toEqual([])
  })

  it.each(['', null, undefined, 7, {}, [HANDLE], new Blob()])(
    'for %o, which is no handle, without asking anybody',
    async (handle) => {
      const resolveJob = vi.fn(() => JOB_ID)
      const { proxy } = createProxy({ resolveJob })
      expect(await proxy.getJob(handle, form())).toBeNull()
      expect(resolveJob).not.toHaveBeenCalled()
    },
  )

  it('where the upstream does not know the job', async () => {
    expect(await failing(404, { success: false }).proxy.getJob(HANDLE, form())).toBeNull()
  })
})

describe('check rejects with what the upstream did', () => {
  it.each([
    ['a 503', failing(503), { code: 'http', kind: 'transient', status: 503 }],
    ['a 429', failing(429), { code: 'http', kind: 'transient', status: 429, retryAfter: null }],
    ['a 401', failing(401), { code: 'http', kind: 'doubtful', status: 401 }],
    ['a refusal', failing(200, { success: false }), { code: 'unsuccessful', kind: 'doubtful', status: 200 }],
    [
      'a refusal with a 422',
      failing(422, { success: false }),
      { code: 'http', kind: 'doubtful', status: 422 },
    ],
    ['a redirect', failing(302), { code: 'http', kind: 'doubtful', status: 302 }],
    [
      'an answer that fits in no Response',
      createProxy({ upstream: () => Response.error() }),
      { code: 'http', kind: 'doubtful', status: 0 },
    ],
    ['nonsense', failing(200, {}), { code: 'invalid_response', kind: 'doubtful', status: 200 }],
    ['a 299 of nonsense', failing(299, {}), { code: 'invalid_response', kind: 'doubtful', status: 299 }],
    [
      'a reset',
      createProxy({ upstream: () => Promise.reject(new Error('reset')) }),
      { code: 'network', kind: 'transient', status: null, retryAfter: null },
    ],
    [
      'no answer in time',
      createProxy({ upstream: () => new Promise(() => {}), upstreamTimeout: 5 }),
      { code: 'timeout', kind: 'transient', status: null },
    ],
    [
      'no key to ask with',
      createProxy({ apiKey: () => '' }),
      { code: 'network', kind: 'transient', status: null },
    ],
  ])('%s', async (_, { proxy }, fields) => {
    expect(await errorOf(proxy.getJob(HANDLE, form()))).toMatchObject(fields)
  })

  it('with a Retry-After as the ms that are left, an error each', async () => {
    const { proxy } = failing(429, '', { 'Retry-After': '30' })
    const first = await errorOf(proxy.getJob(HANDLE, form()))
    expect(first.retryAfter).toBe(30_000)
    vi.setSystemTime(Date.now() + 12_000)
    const second = await errorOf(proxy.getJob(HANDLE, form()))
    expect(second.retryAfter).toBe(18_000)
    expect(second).not.toBe(first)
  })

  it('with a Retry-After that is over as 0', async () => {
    const { proxy } = failing(429, '', { 'Retry-After': '2' })
    await errorOf(proxy.getJob(HANDLE, form()))
    vi.setSystemTime(Date.now() + 4000)
    expect((await errorOf(proxy.getJob(HANDLE, form()))).retryAfter).toBe(0)
  })
})
