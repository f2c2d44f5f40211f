import { getRequestListener } from '@hono/node-server'
import express, { type RequestHandler } from 'express'
import { Hono } from 'hono'
import type { RequestListener } from 'node:http'
import { expect, it, onTestFinished } from 'vitest'
import { askOverHttp } from './askOverHttp.ts'
import { createRoutes, STATUS_PATH } from './createRoutes.ts'
import { startAnalyzer } from './startAnalyzer.ts'
import { startOnLoopback } from './startOnLoopback.ts'

type Proxy = ReturnType<typeof createRoutes>['status']

/** What an app answers to a good question. */
async function askApp(toApp: (proxy: Proxy) => RequestListener) {
  const analyzer = await startAnalyzer()
  const server = await startOnLoopback(toApp(createRoutes(analyzer.settings).status))
  onTestFinished(async () => {
    await server.stop()
    await analyzer.stop()
  })
  const job = analyzer.begin()
  const response = await askOverHttp(server.origin)(STATUS_PATH, {
    headers: {
      'Content-Type': 'application/json',
      'Sec-Fetch-Site': 'same-origin',
      Cookie: 'user=asha',
    },
    body: JSON.stringify({ job_id: job.handle }),
  })
  return { status: response.status, body: await response.json(), calls: analyzer.callsFor(job).length }
}

const eaten = { status: 400, body: { error_code: 'invalid_request' }, calls: 0 }
const answered = { status: 200, body: { status: 'processing' }, calls: 1 }

const inExpress = (parser: RequestHandler) => (proxy: Proxy) =>
  express().use(parser).all(STATUS_PATH, getRequestListener(proxy))

it('a body that Express has parsed before is gone: the proxy says at once that it has none', async () => {
  expect(await askApp(inExpress(express.json()))).toMatchObject(eaten)
  expect(await askApp(inExpress(express.text({ type: '*/*' })))).toMatchObject(eaten)
})

it('a proxy that is mounted before the parser gets it', async () => {
  const app = (proxy: Proxy) => express().all(STATUS_PATH, getRequestListener(proxy)).use(express.json())
  expect(await askApp(app)).toMatchObject(answered)
})

it('so does one behind a parser that leaves the bytes as rawBody', async () => {
  const keepBytes = express.json({
    verify: (request, _, bytes) => void Object.assign(request, { rawBody: bytes }),
  })
  expect(await askApp(inExpress(keepBytes))).toMatchObject(answered)
})

it('a body that a Hono middleware has read is gone too', async () => {
  const app = (proxy: Proxy) =>
    getRequestListener(
      new Hono()
        .use(async (context, next) => {
          await context.req.json()
          await next()
        })
        .all(STATUS_PATH, (context) => proxy(context.req.raw)).fetch,
    )
  expect(await askApp(app)).toMatchObject(eaten)
})
