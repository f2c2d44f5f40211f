import type { IncomingMessage, RequestListener } from 'node:http'
import type { Socket } from 'node:net'
import { onTestFinished } from 'vitest'
import { startOnLoopback } from '../startOnLoopback.ts'

interface ReceivedRequest {
  method: string | undefined
  url: string | undefined
  headers: IncomingMessage['headers']
  body: string
}

/** Starts an HTTP upstream for one test. It records its requests and open connections. */
export async function startUpstream(listener: RequestListener) {
  const received: ReceivedRequest[] = []
  const open = new Set<Socket>()
  const { origin, stop } = await startOnLoopback((request, response) => {
    open.add(request.socket)
    request.socket.on('close', () => open.delete(request.socket))
    let body = ''
    request.on('data', (chunk) => (body += chunk))
    request.on('end', () => {
      received.push({ method: request.method, url: request.url, headers: request.headers, body })
      listener(request, response)
    })
  })
  onTestFinished(async () => void (await stop()))
  return { received, open, baseUrl: `${origin}/api/v1` }
}
