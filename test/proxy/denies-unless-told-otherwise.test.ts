import { describe, expect, it, vi } from 'vitest'
import { ask, createProxy, flat, HANDLE, JOB_ID, seen } from './asking.ts'

type Resolve = Parameters<typeof createProxy>[0] & { resolveJob: unknown }
const withResolve = (resolveJob: unknown, options: object = {}) =>
  createProxy({ resolveJob, ...options } as unknown as Resolve)

const noes: [string, unknown][] = [
  ['null', () => null],
  ['undefined', () => undefined],
  ['an empty id', () => ''],
  ['a blank id', () => ' '],
  ['true', () => true],
  ['a number', () => 7],
  ['an object', () => ({ job_id: JOB_ID })],
  ['an array', () => [JOB_ID]],
  ['a String', () => new String(JOB_ID)],
  ['a rejection', () => Promise.reject(new Error('no session'))],
  ['a promise of null', async () => null],
  [
    'a throw',
    () => {
      throw new Error('database down')
    },
  ],
]

describe('everything but an id is a no, and one no is like another', () => {
  it.each(noes)('%s', async (_, resolveJob) => {
    const { proxy, calls } = withResolve(resolveJob)
    const answer = await seen(await proxy(ask()))
    expect(answer).toEqual(await seen(await withResolve(() => null).proxy(ask())))
    expect(answer).toMatchObject({ status: 404, body: { error_code: 'not_found' } })
    expect(calls).toEqual([])
  })

  it('a job that the upstream does not know is the same no', async () => {
    const { proxy } = createProxy({ upstream: () => Response.json({ success: false }, { status: 404 }) })
    expect(await seen(await proxy(ask()))).toEqual(await seen(await withResolve(() => null).proxy(ask())))
  })
})

describe('resolveJob', () => {
  it('is given the handle as it was sent and the very request', async () => {
    const resolveJob = vi.fn(async () => JOB_ID)
    const request = ask({ body: { job_id: ' a "handle" ☂ ' } })
    const response = await withResolve(resolveJob).proxy(request)
    expect(resolveJob.mock.calls).toEqual([[' a "handle" ☂ ', request]])
    expect(await response.json()).toMatchObject({ job_id: ' a "handle" ☂ ' })
  })

  it('is asked for every caller, whatever is known of the job', async () => {
    const resolveJob = vi.fn((_: string, request: Request) =>
      request.headers.get('Cookie') === 'asha' ? JOB_ID : null,
    )
    const { proxy, calls } = withResolve(resolveJob, {
      upstream: () => Response.json(flat({ status: 'completed' })),
    })
    const as = (user: string) => ask({ headers: { Cookie: user } })
    const statuses = []
    for (const user of ['asha', 'ben', 'asha', 'ben']) statuses.push((await proxy(as(user))).status)
    expect(statuses).toEqual([200, 404, 200, 404])
    expect(resolveJob).toHaveBeenCalledTimes(4)
    expect(calls).toHaveLength(1)
  })

  it('is asked for every caller who shares a call under way', async () => {
    const resolveJob = vi.fn((handle: string) => (handle === HANDLE ? JOB_ID : null))
    const { proxy, calls } = withResolve(resolveJob)
    const answers = await Promise.all([proxy(ask()), proxy(ask({ body: { job_id: 'other' } })), proxy(ask())])
    expect(answers.map((answer) => answer.status)).toEqual([200, 404, 200])
    expect(resolveJob).toHaveBeenCalledTimes(3)
    expect(calls).toHaveLength(1)
  })
})
