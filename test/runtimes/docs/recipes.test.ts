import type { RequestListener } from 'node:http'
import { createItrJobHandles, createItrStatusProxy } from 'itr-progress/proxy'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { auditLog } from '../../../docs/recipes/host/records.ts'
import { signIn } from '../../../docs/recipes/host/session.ts'
import { createPoll, forge, ORIGIN, readJson } from '../../docs/requests.ts'
import { environmentOf, startSimulator } from '../../docs/startSimulator.ts'
import { startOnLoopback } from '../../startOnLoopback.ts'

type Handler = (request: Request) => Response | Promise<Response>

let upstream: Awaited<ReturnType<typeof startSimulator>>
let asha: string
let ravi: string

beforeAll(async () => {
  upstream = await startSimulator()
  for (const [name, value] of Object.entries(environmentOf(upstream))) vi.stubEnv(name, value)
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await upstream.stop()
})
beforeEach(() => {
  asha = signIn('asha')
  ravi = signIn('ravi')
})
afterEach(() => {
  vi.useRealTimers()
  upstream.respond = undefined
  for (const list of [upstream.requests, auditLog]) list.length = 0
})

async function issueHandle(user = 'asha') {
  const recipe = await import('../../../docs/recipes/sealed-handles/resolveJob.ts')
  return recipe.issueHandle(upstream.simulator.start(), user)
}

const setElapsed = (ms: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms })

/** Starts a server for one test. Returns a function that sends it a request. */
async function serve(listener: RequestListener): Promise<Handler> {
  const server = await startOnLoopback(listener)
  onTestFinished(async () => void (await server.stop()))
  return async ({ url, method, headers, body }) =>
    fetch(server.origin + new URL(url).pathname, {
      method,
      headers,
      body,
      duplex: 'half',
    } as RequestInit)
}

const startExpress = async () => serve((await import('../../../docs/recipes/express/server.ts')).app)

const proxies: Record<string, () => Promise<Handler>> = {
  next: async () => (await import('../../../docs/recipes/next/route.ts')).POST,
  hono: async () => (await import('../../../docs/recipes/hono/server.ts')).app.fetch,
  express: startExpress,
  'react-router': async () => {
    const { action } = await import('../../../docs/recipes/react-router/api.itr.status.ts')
    return (request) => action({ request })
  },
  cors: async () => (await import('../../../docs/recipes/cors/server.ts')).app.fetch,
  'get-upstream': async () =>
    (await import('../../../docs/recipes/get-upstream/itrStatusProxy.ts')).itrStatusProxy,
  'audit-trail': async () =>
    (await import('../../../docs/recipes/audit-trail/itrStatusProxy.ts')).itrStatusProxy,
  'table-row': async () => {
    const { resolveJob } = await import('../../../docs/recipes/table-row/resolveJob.ts')
    const { FINPASS_API_KEY, FINPASS_API_SECRET, FINPASS_BASE_URL } = environmentOf(upstream)
    return createItrStatusProxy({
      apiKey: FINPASS_API_KEY,
      apiSecret: FINPASS_API_SECRET,
      baseUrl: FINPASS_BASE_URL,
      resolveJob,
    })
  },
}

const issueRowHandle = async (jobId: string) =>
  (await import('../../../docs/recipes/table-row/resolveJob.ts')).issueHandle(jobId, 'asha')

describe.each(Object.keys(proxies))('docs/recipes/%s', (name) => {
  const issue = () => (name === 'table-row' ? issueRowHandle(upstream.simulator.start()) : issueHandle())

  it('sends the status to the owner of the handle', async () => {
    const proxy = await proxies[name]!()
    const handle = await issue()
    const isGet = name === 'get-upstream'
    expect(await readJson(proxy(createPoll(handle, asha)))).toMatchObject({
      status: 200,
      body: { job_id: handle, status: 'initiated', pan: isGet ? null : 'ABCDE****F' },
    })
    expect(upstream.requests).toMatchObject([{ method: isGet ? 'GET' : 'POST' }])
  })

  it('sends a 404 to everybody else and for a forged handle, without an upstream call', async () => {
    const proxy = await proxies[name]!()
    const handle = await issue()
    for (const request of [createPoll(handle, ravi), createPoll(handle, ''), createPoll(forge(handle), asha)])
      expect(await readJson(proxy(request))).toEqual({
        status: 404,
        body: { error_code: 'not_found', message: expect.any(String) },
      })
    expect(upstream.requests).toEqual([])
  })
})

describe('docs/recipes/audit-trail', () => {
  it('records who sent the request, and its outcome', async () => {
    const proxy = await proxies['audit-trail']!()
    const handle = await issueHandle()
    await proxy(createPoll(handle, asha))
    await proxy(createPoll(handle, ravi))
    await vi.waitFor(() => expect(auditLog).toHaveLength(2))
    expect(auditLog).toMatchObject([
      { type: 'itr-status', outcome: 'answered', user: 'asha', upstream: 'called' },
      { type: 'itr-status', outcome: 'denied', user: 'ravi', job: null },
    ])
  })
})

describe('docs/recipes/worker', () => {
  it('keeps the upstream call alive after a disconnect, and has no other path', async () => {
    const { default: worker } = await import('../../../docs/recipes/worker/worker.ts')
    const waitUntil = vi.fn()
    const env = environmentOf(upstream)
    await worker.fetch(createPoll(await issueHandle(), asha), env, { waitUntil })
    expect(waitUntil).toHaveBeenCalledTimes(1)
    expect((await worker.fetch(new Request(ORIGIN), env, { waitUntil })).status).toBe(404)
  })
})

describe('docs/recipes/cors', () => {
  const listed = 'https://www.example.com'

  async function send(origin: string, headers: Record<string, string>, init: RequestInit = {}) {
    const { app } = await import('../../../docs/recipes/cors/server.ts')
    const request = createPoll(await issueHandle(), asha)
    for (const [name, value] of Object.entries({ Origin: origin, ...headers }))
      request.headers.set(name, value)
    return app.fetch(new Request(request, init))
  }

  it('responds to the preflight and the poll of a listed origin', async () => {
    const preflight = await send(
      listed,
      { 'Access-Control-Request-Method': 'POST', 'Access-Control-Request-Headers': 'content-type' },
      { method: 'OPTIONS', body: null },
    )
    expect(preflight.ok).toBe(true)
    expect(preflight.headers.get('Access-Control-Allow-Headers')).toBe('Content-Type')
    const response = await send(listed, { 'Sec-Fetch-Site': 'same-site' })
    expect(response.status).toBe(200)
    expect(response.headers.get('Vary')).toContain('Origin')
    expect(response.headers.get('Access-Control-Expose-Headers')).toBe('Retry-After')
    for (const { headers } of [preflight, response]) {
      expect(headers.get('Access-Control-Allow-Origin')).toBe(listed)
      expect(headers.get('Access-Control-Allow-Credentials')).toBe('true')
    }
  })

  it('rejects another origin', async () => {
    const other = 'https://evil.example'
    const response = await send(other, { 'Sec-Fetch-Site': 'cross-site' })
    expect(response.status).toBe(403)
    expect(response.headers.get('Access-Control-Allow-Origin')).not.toBe(other)
    expect(upstream.requests).toEqual([])
  })
})

describe('docs/recipes/sealed-handles', () => {
  it('opens a handle of an older secret, with blanks around it in the list', async () => {
    const { resolveJob } = await import('../../../docs/recipes/sealed-handles/resolveJob.ts')
    const [, older = ''] = environmentOf(upstream).ITR_HANDLE_SECRETS.split(',')
    expect(older).toMatch(/^ /)
    const handle = await createItrJobHandles({ secrets: [older.trim()], ttl: 60_000 }).seal('itr_1', 'asha')
    expect(await resolveJob(handle, createPoll(handle, asha))).toBe('itr_1')
  })

  it('names the environment variable that is missing', async () => {
    const value = process.env.ITR_HANDLE_SECRETS
    vi.stubEnv('ITR_HANDLE_SECRETS', '')
    onTestFinished(() => void vi.stubEnv('ITR_HANDLE_SECRETS', value))
    await expect(issueHandle()).rejects.toThrow('The environment variable ITR_HANDLE_SECRETS is not set.')
  })
})

describe('docs/recipes/table-row', () => {
  it('issues random handles, and accepts no raw job id', async () => {
    const proxy = await proxies['table-row']!()
    const jobId = upstream.simulator.start()
    expect(await issueRowHandle(jobId)).toMatch(/^[\w-]{22}$/)
    expect((await proxy(createPoll(jobId, asha))).status).toBe(404)
    expect(upstream.requests).toEqual([])
  })

  it('denies a handle that its owner has deleted, or that has expired', async () => {
    const { forgetHandle } = await import('../../../docs/recipes/table-row/resolveJob.ts')
    const proxy = await proxies['table-row']!()
    const [deleted, expired] = [
      await issueRowHandle(upstream.simulator.start()),
      await issueRowHandle(upstream.simulator.start()),
    ]
    const statusOf = async (handle: string) => (await proxy(createPoll(handle, asha))).status
    await forgetHandle(deleted, createPoll(deleted, ravi))
    expect(await statusOf(deleted)).toBe(200)
    await forgetHandle(deleted, createPoll(deleted, asha))
    expect(await statusOf(deleted)).toBe(404)
    expect(await statusOf(expired)).toBe(200)
    setElapsed(60 * 60_000)
    expect(await statusOf(expired)).toBe(404)
  })
})

const formRoutes: Record<string, () => Promise<Handler>> = {
  'form-check': async () =>
    (await import('../../../docs/recipes/form-check/submitApplication.ts')).submitApplication,
  express: startExpress,
}

describe.each(Object.keys(formRoutes))('form route of docs/recipes/%s', (name) => {
  async function post(body: BodyInit | null, headers: Record<string, string>) {
    const route = await formRoutes[name]!()
    return readJson(
      route(
        new Request(`${ORIGIN}/api/applications`, {
          method: 'POST',
          headers: { Origin: ORIGIN, ...headers },
          body,
          duplex: 'half',
        } as RequestInit),
      ),
    )
  }

  function submit(itrVerification: string, Cookie: string) {
    if (name === 'express')
      return post(JSON.stringify({ itrVerification }), { Cookie, 'Content-Type': 'application/json' })
    const form = new FormData()
    form.set('itrVerification', itrVerification)
    return post(form, { Cookie })
  }

  it("accepts the caller's own completed job and nothing else", async () => {
    const handle = await issueHandle()
    expect((await submit(handle, asha)).status).toBe(422)
    setElapsed(50_000)
    expect((await submit(handle, ravi)).status).toBe(422)
    expect((await submit(forge(handle), asha)).status).toBe(422)
    expect((await submit('completed', asha)).status).toBe(422)
    expect(await submit(handle, asha)).toEqual({ status: 201, body: { accepted: true } })
  })

  it.each([401, 403, 429, 500])('sends 503 after a %i of the upstream', async (status) => {
    upstream.respond = () => new Response('{}', { status })
    expect(await submit(await issueHandle(), asha)).toEqual({
      status: 503,
      body: { error_code: 'try_again' },
    })
  })

  it.each([null, '{"itrVerification":"x"}'])('rejects the body %j without its Content-Type', async (body) => {
    expect((await post(body, { Cookie: asha })).status).toBe(name === 'express' ? 422 : 400)
  })
})

describe('docs/recipes/form-check', () => {
  it.each<[string, number, object]>([
    ['no session', 401, { Cookie: '' }],
    ['a page of another site', 403, { Origin: 'https://evil.example' }],
    ['a large body', 413, {}],
  ])('rejects %s with %i, without an upstream call', async (_, status, changes) => {
    const submitApplication = await formRoutes['form-check']!()
    const headers = { Origin: ORIGIN, Cookie: asha, ...changes }
    const init = { method: 'POST', headers, body: 'x'.repeat(65_537) }
    expect((await submitApplication(new Request(`${ORIGIN}/api/applications`, init))).status).toBe(status)
    expect(upstream.requests).toEqual([])
  })
})

describe('docs/recipes/another-shape', () => {
  it.each<[string, (id: string) => Response, number, object]>([
    [
      'a running job',
      (id) => Response.json({ id, state: 'RUNNING', stage: 'b', finishedStages: ['a'] }),
      200,
      { status: 'processing', current_step: 'b', steps_completed: ['a'] },
    ],
    ['a completed job', (id) => Response.json({ id, state: 'DONE' }), 200, { status: 'completed' }],
    [
      'a failed job',
      (id) => Response.json({ id, state: 'ERROR', reason: 'ACCOUNT_LOCKED' }),
      200,
      { status: 'failed', failure_code: 'account_locked' },
    ],
    ['another job', () => Response.json({ id: 'other' }), 502, { error_code: 'upstream_invalid' }],
    ['an error', () => new Response('{}', { status: 401 }), 502, { error_code: 'upstream_refused' }],
    ['HTML', () => new Response('<!doctype html>'), 502, { error_code: 'upstream_unavailable' }],
    ['a large body', () => new Response(' '.repeat(70_000)), 502, { error_code: 'upstream_unavailable' }],
  ])('maps %s', async (name, respond, status, body) => {
    const { itrStatusProxy } = await import('../../../docs/recipes/another-shape/itrStatusProxy.ts')
    const recipe = await import('../../../docs/recipes/sealed-handles/resolveJob.ts')
    // The proxy caches responses, so each case has a job of its own.
    const jobId = `itr ${name}`
    upstream.respond = () => respond(jobId)
    const handle = await recipe.issueHandle(jobId, 'asha')
    expect(await readJson(itrStatusProxy(createPoll(handle, asha)))).toMatchObject({ status, body })
  })
})
