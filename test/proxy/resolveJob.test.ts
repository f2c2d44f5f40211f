import { describe, expect, it, vi } from 'vitest'
import {
  createProxy,
  createRequest,
  flatJob,
  HANDLE,
  JOB_ID,
  readResponse,
  requestFor,
} from './createProxy.ts'

const createProxyThat = (resolveJob: unknown, options: object = {}) =>
  createProxy({ resolveJob: resolveJob as () => string, ...options })

describe('resolveJob', () => {
  it.each<[string, () => unknown]>([
    ['null', () => null],
    ['undefined', () => undefined],
    ['an empty string', () => ''],
    ['a blank string', () => ' \u2003\ufeff'],
    ['true', () => true],
    ['a number', () => 7],
    ['an object', () => ({ job_id: JOB_ID })],
    ['an array', () => [JOB_ID]],
    ['a String object', () => new String(JOB_ID)],
    ['a promise of null', async () => null],
  ])('denies access with %s, by the 404 of a job that the upstream does not know', async (_, resolveJob) => {
    const { proxy, calls } = createProxyThat(resolveJob)
    const response = await readResponse(await proxy(createRequest()))
    const unknown = createProxy({ upstream: () => Response.json({ success: false }, { status: 404 }) })
    expect(response).toEqual(await readResponse(await unknown.proxy(createRequest())))
    expect(response).toMatchObject({ status: 404, body: { error_code: 'not_found' } })
    expect(calls).toEqual([])
  })

  // The last one is half of a surrogate pair.
  it.each([' a "handle" ☂ ', '__proto__', '\ud83d'])(
    'gets the handle %j and the request unchanged',
    async (handle) => {
      const resolveJob = vi.fn(async () => ' itr_1 ')
      const request = requestFor(handle)
      const { proxy, calls } = createProxyThat(resolveJob, {
        upstream: () => Response.json(flatJob({ job_id: ' itr_1 ' })),
      })
      const response = await proxy(request)
      expect(resolveJob.mock.calls).toEqual([[handle, request]])
      expect(calls).toMatchObject([{ jobId: ' itr_1 ' }])
      expect(await response.json()).toMatchObject({ job_id: handle })
    },
  )

  it('runs for every request, whether the call is in flight or its response is kept', async () => {
    const resolveJob = vi.fn((handle: string, request: Request) =>
      handle === HANDLE && request.headers.get('Cookie') === 'asha' ? JOB_ID : null,
    )
    const upstream = () => Response.json(flatJob({ status: 'completed' }))
    const { proxy, calls } = createProxyThat(resolveJob, { upstream })
    const statusFor = async (user: string) =>
      (await proxy(createRequest({ headers: { Cookie: user } }))).status
    expect(await Promise.all(['asha', 'ben', 'asha'].map(statusFor))).toEqual([200, 404, 200])
    expect(await Promise.all(['asha', 'ben'].map(statusFor))).toEqual([200, 404])
    expect(resolveJob).toHaveBeenCalledTimes(5)
    expect(calls).toHaveLength(1)
  })
})
