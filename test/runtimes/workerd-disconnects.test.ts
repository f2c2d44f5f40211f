import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { connect } from 'node:net'
import { json } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { Miniflare } from 'miniflare'
import { expect, it, onTestFinished } from 'vitest'
import { startOnLoopback } from '../startOnLoopback.ts'
import { bundleWorker } from './bundleWorker.ts'

const createBody = (jobId: string) => JSON.stringify({ job_id: jobId })

it('recovers from a caller that disconnects, also without waitUntil', async () => {
  let calls = 0
  const respond = async (request: IncomingMessage, response: ServerResponse) => {
    calls++
    const { job_id } = (await json(request)) as { job_id: string }
    if (job_id !== 'hangs') response.end(JSON.stringify({ job_id, status: 'processing' }))
  }
  const upstream = await startOnLoopback((...args) => void respond(...args))
  onTestFinished(async () => void (await upstream.stop()))
  const miniflare = new Miniflare({
    modules: true,
    script: await bundleWorker('test/runtimes/bareWorker.ts'),
    compatibilityDate: '2026-03-01',
    bindings: { baseUrl: upstream.origin },
  })
  onTestFinished(() => miniflare.dispose())
  const { origin, hostname, port } = await miniflare.ready

  const poll = (jobId: string) =>
    fetch(origin, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin' },
      body: createBody(jobId),
    })

  const socket = connect(Number(port), hostname)
  const body = createBody('hangs')
  socket.write(
    `POST / HTTP/1.1\r\nHost: ${hostname}\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/json\r\n` +
      `Content-Length: ${body.length}\r\n\r\n${body}`,
  )
  await expect.poll(() => calls).toBe(1)
  socket.resetAndDestroy()
  await once(socket, 'close')

  // The time limit of a call is 1 s, and 5 s more for keys and cache.
  const [sharing, other] = await Promise.all([poll('hangs'), poll('other')])
  expect([sharing.status, other.status]).toEqual([504, 503])
  await sleep(1_000)
  expect((await poll('other')).status).toBe(200)
}, 20_000)
