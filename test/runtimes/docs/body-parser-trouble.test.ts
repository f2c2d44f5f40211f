import { getRequestListener } from '@hono/node-server'
import express from 'express'
import { createItrStatusProxy } from 'itr-progress/proxy'
import { expect, it, onTestFinished } from 'vitest'
import { startSimulator } from '../../docs/startSimulator.ts'
import { startOnLoopback } from '../startOnLoopback.ts'

it('docs/troubleshooting.md: a body parser before the proxy leaves it no body to read', async () => {
  const upstream = await startSimulator()
  const proxy = createItrStatusProxy({
    apiKey: 'key',
    apiSecret: 'secret',
    baseUrl: upstream.baseUrl,
    resolveJob: () => upstream.simulator.start(),
  })
  const app = express()
  app.all('/good', getRequestListener(proxy))
  app.use(express.json())
  app.all('/bad', getRequestListener(proxy))
  const server = await startOnLoopback(app)
  onTestFinished(async () => {
    await server.stop()
    await upstream.stop()
  })

  const post = async (path: string) => {
    const response = await fetch(server.origin + path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin' },
      body: JSON.stringify({ job_id: 'handle' }),
    })
    return ((await response.json()) as { error_code?: string }).error_code ?? response.status
  }
  expect(await post('/bad')).toBe('invalid_request')
  expect(await post('/good')).toBe(200)
})
