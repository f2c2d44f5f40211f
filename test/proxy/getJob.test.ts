import { describe, expect, it, vi } from 'vitest'
import { ItrStatusError } from '../../src/contract/ItrStatusError.ts'
import { createProxy, createRequest, flatJob, HANDLE, JOB_ID, useFakeClock } from './createProxy.ts'

const advance = useFakeClock()

/** The host's own request. Its body is a form, which the proxy must not read. */
const createFormRequest = () =>
  new Request('https://app.example.com/apply', { method: 'POST', body: 'itrVerification=x' })

const responding = (status: number, body: unknown = '', headers: Record<string, string> = {}) =>
  createProxy({ upstream: () => new Response(JSON.stringify(body), { status, headers }) })

const getJob = ({ proxy }: ReturnType<typeof createProxy>, handle: unknown = HANDLE) =>
  proxy.getJob(handle, createFormRequest())

async function errorOf(promise: Promise<unknown>) {
  const error = await promise.then(
    () => expect.unreachable(),
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(ItrStatusError)
  return error as ItrStatusError
}

describe('getJob', () => {
  it('returns the job as the browser of this caller would get it', async () => {
    const created = responding(
      200,
      flatJob({
        status: 'failed',
        error_message: 'Account locked for ABCDE1234F',
        pan: 'ABCDE1234F',
        steps_failed: ['check_credentials'],
        updated_at: '2026-04-07T11:24:20.262000',
        pdf_report_url: 'https://reports.example/r.pdf',
      }),
    )
    const job = await getJob(created)
    expect(job).toEqual({
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
    ;(job!.stepsFailed as string[]).push('changed by the host')
    expect((await getJob(created))?.stepsFailed).toEqual(['check_credentials'])
  })

  it('passes the handle and the request to resolveJob, without reading the body', async () => {
    const resolveJob = vi.fn(() => JOB_ID)
    const request = createFormRequest()
    await createProxy({ resolveJob }).proxy.getJob(HANDLE, request)
    expect(resolveJob.mock.calls).toEqual([[HANDLE, request]])
    expect(await request.text()).toBe('itrVerification=x')
  })

  it('shares upstream calls and kept responses with the route', async () => {
    const created = responding(200, flatJob({ status: 'completed' }))
    const [job] = await Promise.all([getJob(created), created.proxy(createRequest())])
    expect(job).toMatchObject({ status: 'completed' })
    expect(await getJob(created)).toEqual(job)
    expect(created.calls).toHaveLength(1)
  })

  it('returns null if resolveJob denies access', async () => {
    const created = createProxy({ resolveJob: () => null })
    expect(await getJob(created)).toBeNull()
    expect(created.calls).toEqual([])
  })

  it.each(['', null, 7, {}, [HANDLE], new Blob()])('returns null for the handle %o', async (handle) => {
    const resolveJob = vi.fn(() => JOB_ID)
    expect(await getJob(createProxy({ resolveJob }), handle)).toBeNull()
    expect(resolveJob).not.toHaveBeenCalled()
  })

  it('returns null if the upstream does not know the job', async () => {
    expect(await getJob(responding(404, { success: false }))).toBeNull()
  })

  const http = { code: 'http', kind: 'doubtful' }
  const invalid = { code: 'invalid_response', kind: 'doubtful' }
  const network = { code: 'network', kind: 'transient', status: null, retryAfter: null }

  it.each([
    ['503', responding(503), { ...http, kind: 'transient', status: 503 }],
    ['429', responding(429), { ...http, kind: 'transient', status: 429, retryAfter: null }],
    ['401', responding(401), { ...http, status: 401 }],
    ['302', responding(302), { ...http, status: 302 }],
    ['422 refusal', responding(422, { success: false }), { ...http, status: 422 }],
    // Its HTTP status is 0.
    ['Response.error()', createProxy({ upstream: () => Response.error() }), { ...invalid, status: null }],
    [
      '200 refusal',
      responding(200, { success: false }),
      { code: 'unsuccessful', kind: 'doubtful', status: 200 },
    ],
    ['malformed 200', responding(200, {}), { ...invalid, status: 200 }],
    ['malformed 299', responding(299, {}), { ...invalid, status: 299 }],
    ['reset', createProxy({ upstream: () => Promise.reject(new Error('reset')) }), network],
    ['missing key', createProxy({ apiKey: () => '' }), network],
    [
      'timeout',
      createProxy({ upstream: () => new Promise(() => {}), upstreamTimeout: 5 }),
      { code: 'timeout', kind: 'transient', status: null },
    ],
  ])('rejects after a %s of the upstream', async (_, created, fields) => {
    expect(await errorOf(getJob(created))).toMatchObject(fields)
  })

  it('rejects with the rest of Retry-After, and a new error each time', async () => {
    const created = responding(429, '', { 'Retry-After': '2' })
    const first = await errorOf(getJob(created))
    advance(500)
    const second = await errorOf(getJob(created))
    advance(4000)
    const third = await errorOf(getJob(created))
    expect([first, second, third].map(({ retryAfter }) => retryAfter)).toEqual([2000, 1500, 0])
    expect(second).not.toBe(first)
  })
})
