import { describe, expect, it, vi } from 'vitest'
import { ask, createProxy, createProxyBefore, deferred, flat, JOB_ID, seen } from './asking.ts'
import { startUpstream } from './startUpstream.ts'

const gone = { status: 499, body: { error_code: 'aborted' } }

describe('a caller who leaves gets a 499 at once', () => {
  it('while the upstream is asked; the call goes on, and its answer is kept for the next', async () => {
    const answer = deferred<Response>()
    const { proxy, calls, events } = createProxy({ upstream: () => answer.promise })
    const caller = new AbortController()
    const response = proxy(ask({ signal: caller.signal }))
    await vi.waitFor(() => expect(calls).toHaveLength(1))
    caller.abort()
    expect(await seen(await response)).toMatchObject(gone)
    expect(calls[0]?.signal.aborted).toBe(false)

    answer.resolve(Response.json(flat({ current_step: 'download_profile' })))
    const next = await proxy(ask())
    expect(await next.json()).toMatchObject({ current_step: 'download_profile' })
    expect(calls).toHaveLength(1)
    expect(calls[0]?.signal.aborted).toBe(false)
    expect(events[0]).toMatchObject({
      outcome: 'aborted',
      status: 499,
      errorCode: 'aborted',
      upstream: 'called',
    })
    expect(events[0]?.job).toMatch(/^[0-9a-f]{32}$/)
  })

  it('over a real connection, which stays open for the answer', async () => {
    const asked = deferred<() => void>()
    const { baseUrl, received } = await startUpstream((_, response) =>
      asked.resolve(() => response.end(JSON.stringify(flat()))),
    )
    const proxy = createProxyBefore(baseUrl)
    const caller = new AbortController()
    const response = proxy(ask({ signal: caller.signal }))
    const answer = await asked.promise
    caller.abort()
    expect((await response).status).toBe(499)
    answer()
    expect((await proxy(ask())).status).toBe(200)
    expect(received).toHaveLength(1)
  })

  it('without those who share the call', async () => {
    const answer = deferred<Response>()
    const { proxy, calls } = createProxy({ upstream: () => answer.promise })
    const caller = new AbortController()
    const stays = proxy(ask())
    await vi.waitFor(() => expect(calls).toHaveLength(1))
    const leaves = proxy(ask({ signal: caller.signal }))
    caller.abort()
    expect((await leaves).status).toBe(499)
    answer.resolve(Response.json(flat()))
    expect((await stays).status).toBe(200)
  })

  it('while resolveJob thinks: nobody is asked then', async () => {
    const job = deferred<string>()
    const resolveJob = vi.fn(() => job.promise)
    const { proxy, calls, events } = createProxy({ resolveJob })
    const caller = new AbortController()
    const response = proxy(ask({ signal: caller.signal }))
    await vi.waitFor(() => expect(resolveJob).toHaveBeenCalled())
    caller.abort()
    expect(await seen(await response)).toMatchObject(gone)
    job.resolve(JOB_ID)
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(calls).toEqual([])
    expect(events).toMatchObject([{ outcome: 'aborted', job: null, reference: null, upstream: null }])
  })

  it('while resolveJob is about to fail: the failure is nobody’s', async () => {
    const job = deferred<string>()
    const resolveJob = vi.fn(() => job.promise)
    const { proxy, events } = createProxy({ resolveJob })
    const caller = new AbortController()
    const response = proxy(ask({ signal: caller.signal }))
    await vi.waitFor(() => expect(resolveJob).toHaveBeenCalled())
    caller.abort()
    expect((await response).status).toBe(499)
    job.reject(new Error('too late'))
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(events).toHaveLength(1)
  })

  it('while the body is on its way: it is cancelled, and resolveJob not asked', async () => {
    let isCancelled = false
    const resolveJob = vi.fn(() => JOB_ID)
    const { proxy } = createProxy({ resolveJob })
    const caller = new AbortController()
    const { method, url, headers } = ask()
    const body = new ReadableStream({ cancel: () => void (isCancelled = true) })
    const response = proxy({ method, url, headers, body, signal: caller.signal } as Request)
    caller.abort()
    expect(await seen(await response)).toMatchObject(gone)
    expect(isCancelled).toBe(true)
    expect(resolveJob).not.toHaveBeenCalled()
  })

  it('before the question: nobody is asked', async () => {
    const resolveJob = vi.fn(() => JOB_ID)
    const { proxy, calls } = createProxy({ resolveJob })
    expect(await seen(await proxy(ask({ signal: AbortSignal.abort() })))).toMatchObject(gone)
    expect(resolveJob).not.toHaveBeenCalled()
    expect(calls).toEqual([])
  })
})

describe('a caller who stays', () => {
  it('leaves no listener behind on a signal that lives on', async () => {
    const { signal } = new AbortController()
    const added = vi.spyOn(signal, 'addEventListener')
    const removed = vi.spyOn(signal, 'removeEventListener')
    const { method, url, headers, body } = ask()
    const response = await createProxy().proxy({ method, url, headers, body, signal } as Request)
    expect(response.status).toBe(200)
    expect(added).toHaveBeenCalled()
    await vi.waitFor(() =>
      expect(removed.mock.calls.map(([type, listener]) => [type, listener])).toEqual(
        expect.arrayContaining(added.mock.calls.map(([type, listener]) => [type, listener])),
      ),
    )
  })
})
