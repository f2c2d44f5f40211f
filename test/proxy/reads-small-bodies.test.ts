import { expect, it, vi } from 'vitest'
import { readAtMost } from '../../src/proxy/readAtMost.ts'
import { readHandle } from '../../src/proxy/request.ts'
import { ProxyError } from '../../src/proxy/errors.ts'
import { ask, createProxy, errorCodeOf, HANDLE } from './asking.ts'

const padded = (size: number) => {
  const body = JSON.stringify({ job_id: HANDLE })
  return body + ' '.repeat(size - body.length)
}

const streamed = (body: ReadableStream<Uint8Array>, headers = {}) => {
  const { method, url, headers: own, signal } = ask({ headers })
  return { method, url, headers: own, signal, body } as Request
}

it('4096 bytes are read, one more is a 413', async () => {
  const { proxy, calls } = createProxy()
  expect((await proxy(ask({ body: padded(4096) }))).status).toBe(200)
  const response = await proxy(ask({ body: padded(4097) }))
  expect(response.status).toBe(413)
  expect(await errorCodeOf(response)).toBe('body_too_large')
  expect(calls).toHaveLength(1)
})

it('bytes are counted, not characters', async () => {
  const body = JSON.stringify({ job_id: 'अ'.repeat(1400) })
  expect(body.length).toBeLessThan(4096)
  expect((await createProxy().proxy(ask({ body }))).status).toBe(413)
})

it('a body without end is left as soon as it is too large, and cancelled', async () => {
  let sent = 0
  let isCancelled = false
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 1024
      controller.enqueue(new Uint8Array(1024).fill(0x20))
    },
    cancel() {
      isCancelled = true
      throw new Error('a stream that will not be cancelled')
    },
  })
  expect((await createProxy().proxy(streamed(body))).status).toBe(413)
  expect(isCancelled).toBe(true)
  expect(sent).toBeLessThan(10_000)
})

it('Content-Length is not believed, neither a small nor a large one', async () => {
  const bodyOf = (text: string) => new Blob([text]).stream()
  const { proxy } = createProxy()
  expect((await proxy(streamed(bodyOf(padded(4097)), { 'Content-Length': '20' }))).status).toBe(413)
  expect((await proxy(streamed(bodyOf(padded(100)), { 'Content-Length': '999999' }))).status).toBe(200)
})

it.each(['', 'null', '{}', '{"job_id":""}', '{"job_id":7}'])('%j asks for nothing', async (body) => {
  await expect(readHandle(ask({ body }))).rejects.toEqual(new ProxyError('invalid_request'))
})

it('no body is an empty one', async () => {
  expect(await readAtMost(null, 10, undefined)).toBe('')
})

it('a body that was read leaves no listener behind', async () => {
  const { signal } = new AbortController()
  const removed = vi.spyOn(signal, 'removeEventListener')
  const added = vi.spyOn(signal, 'addEventListener')
  expect(await readAtMost(new Blob(['text']).stream(), 10, signal)).toBe('text')
  expect(added).toHaveBeenCalledTimes(1)
  expect(removed.mock.calls).toEqual(added.mock.calls)
})

it('a body that comes byte by byte is put together, letters of several bytes too', async () => {
  const bytes = new TextEncoder().encode(JSON.stringify({ job_id: 'पहचान' }))
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const byte of bytes) controller.enqueue(new Uint8Array([byte]))
      controller.close()
    },
  })
  const { proxy } = createProxy({
    resolveJob: (handle) => (handle === 'पहचान' ? 'itr_f2aecbf3-4b37-4d76-b779-7f314a15b22d' : null),
  })
  const response = await proxy(streamed(body))
  expect(await response.json()).toMatchObject({ job_id: 'पहचान' })
})
