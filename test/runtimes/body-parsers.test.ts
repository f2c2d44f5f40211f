import { getRequestListener } from '@hono/node-server'
import express, { type RequestHandler } from 'express'
import { Hono } from 'hono'
import type { RequestListener } from 'node:http'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createRoutes, STATUS_PATH } from './createRoutes.ts'
import { startOnLoopback } from '../startOnLoopback.ts'
import { startUpstream } from './startUpstream.ts'

type Proxy = ReturnType<typeof createRoutes>['status']

const behind = (parser: RequestHandler) => (proxy: Proxy) =>
  express().use(parser).all(STATUS_PATH, getRequestListener(proxy))

// docs/troubleshooting.md explains this.
describe('proxy with a body parser', () => {
  it.each<[string, unknown, (proxy: Proxy) => RequestListener]>([
    ['behind express.json()', 'invalid_request', behind(express.json())],
    ['behind express.text()', 'invalid_request', behind(express.text({ type: '*/*' }))],
    [
      'before express.json()',
      undefined,
      (proxy) => express().all(STATUS_PATH, getRequestListener(proxy)).use(express.json()),
    ],
    [
      'behind a parser that keeps rawBody',
      undefined,
      behind(express.json({ verify: (request, _, rawBody) => void Object.assign(request, { rawBody }) })),
    ],
    [
      'behind a Hono middleware that reads the body',
      'invalid_request',
      (proxy) =>
        getRequestListener(
          new Hono()
            .use(async (context, next) => {
              await context.req.json()
              await next()
            })
            .all(STATUS_PATH, (context) => proxy(context.req.raw)).fetch,
        ),
    ],
  ])('%s sends the error code %s', async (_, errorCode, toListener) => {
    const upstream = await startUpstream()
    onTestFinished(async () => void (await upstream.stop()))
    const server = await startOnLoopback(toListener(createRoutes(upstream.settings).status))
    onTestFinished(async () => void (await server.stop()))
    const job = upstream.startJob()
    const response = await fetch(server.origin + STATUS_PATH, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin', Cookie: 'user=asha' },
      body: JSON.stringify({ job_id: job.handle }),
    })
    expect(((await response.json()) as { error_code?: string }).error_code).toBe(errorCode)
    expect(upstream.callsFor(job)).toHaveLength(errorCode ? 0 : 1)
  })
})
