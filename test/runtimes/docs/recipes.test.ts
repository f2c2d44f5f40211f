import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createItrJobHandles, createItrStatusProxy, type ItrStatusProxy } from 'itr-progress/proxy'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { auditLog } from '../../../docs/recipes/host/records.ts'
import { signIn } from '../../../docs/recipes/host/session.ts'
import { forged, question, said } from '../../docs/asking.ts'
import { environmentOf, startSimulator } from '../../docs/startSimulator.ts'

type Answer = (request: Request) => Response | Promise<Response>

let upstream: Awaited<ReturnType<typeof startSimulator>>
let asha: string
let ravi: string

beforeAll(async () => {
  upstream = await startSimulator()
  for (const [name, value] of Object.entries(environmentOf(upstream))) vi.stubEnv(name, value)
})
afterAll(() => upstream.stop())
beforeEach(() => {
  asha = signIn('asha')
  ravi = signIn('ravi')
  upstream.arrivals.length = 0
})

const sealFor = async (user: string) => {
  const { issueHandle } = await import('../../../docs/recipes/sealed-handles/resolveJob.ts')
  return issueHandle(upstream.simulator.start(), user)
}

/** What each recipe of a host is: a function of a request. */
const hosts: Record<string, () => Promise<Answer>> = {
  'Next.js': async () => (await import('../../../docs/recipes/next/route.ts')).POST,
  Hono: async () => (await import('../../../docs/recipes/hono/server.ts')).app.fetch,
  Express: async () => {
    const { origin } = await startExpress()
    return async (request) => {
      const { pathname } = new URL(request.url)
      const { method, headers } = request
      return fetch(origin + pathname, { method, headers, body: await request.text() })
    }
  },
  'React Router': async () => {
    const { action } = await import('../../../docs/recipes/react-router/api.itr.status.ts')
    return (request) => action({ request })
  },
  Workers: async () => {
    const worker = await import('../../../docs/recipes/worker/worker.ts')
    return (request) => worker.default.fetch(request, environmentOf(upstream), { waitUntil: () => {} })
  },
  'a page of another origin': async () => (await import('../../../docs/recipes/cors/server.ts')).app.fetch,
  'the GET upstream': async () =>
    (await import('../../../docs/recipes/get-upstream/itrStatusProxy.ts')).itrStatusProxy,
  'the audit trail': async () =>
    (await import('../../../docs/recipes/audit-trail/itrStatusProxy.ts')).itrStatusProxy,
}

async function startExpress() {
  const { app } = await import('../../../docs/recipes/express/server.ts')
  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  servers.push(server)
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

const servers: ReturnType<typeof createServer>[] = []
afterAll(() => servers.forEach((server) => server.close().closeAllConnections()))

describe.each(Object.keys(hosts))('the recipe for %s', (name) => {
  it('answers its own caller, by the handle alone', async () => {
    const answer = await hosts[name]!()
    const handle = await sealFor('asha')
    const { status, body } = await said(answer(question(handle, asha)))
    expect(status).toBe(200)
    expect(body).toMatchObject({
      job_id: handle,
      status: 'initiated',
      pan: name.includes('GET') ? null : 'ABCDE****F',
    })
    expect(upstream.arrivals).toHaveLength(1)
  })

  it('denies everybody else, and a forged handle, with the same 404 and no upstream call', async () => {
    const answer = await hosts[name]!()
    const handle = await sealFor('asha')
    const denied = [question(handle, ravi), question(handle, ''), question(forged(handle), asha)]
    const answers = await Promise.all(denied.map((request) => said(answer(request))))
    expect(answers).toEqual(
      denied.map(() => ({ status: 404, body: { error_code: 'not_found', message: expect.any(String) } })),
    )
    expect(upstream.arrivals).toEqual([])
  })
})

it('the recipe for the GET upstream asks with a GET', async () => {
  const answer = await hosts['the GET upstream']!()
  await answer(question(await sealFor('asha'), asha))
  expect(upstream.arrivals).toEqual([
    expect.objectContaining({ method: 'GET', body: expect.stringContaining('job_id') }),
  ])
})

it('the recipe for the audit trail says who asked, and how it went', async () => {
  const answer = await hosts['the audit trail']!()
  const handle = await sealFor('asha')
  auditLog.length = 0
  await answer(question(handle, asha))
  await answer(question(handle, ravi))
  await vi.waitFor(() => expect(auditLog).toHaveLength(2))
  expect(auditLog).toEqual([
    expect.objectContaining({ type: 'itr-status', outcome: 'answered', user: 'asha', upstream: 'called' }),
    expect.objectContaining({ type: 'itr-status', outcome: 'denied', user: 'ravi', job: null }),
  ])
})

it('the recipe for Workers lets the upstream call end when the caller has left, and has no other path', async () => {
  const { default: worker } = await import('../../../docs/recipes/worker/worker.ts')
  const kept: Promise<unknown>[] = []
  const ctx = { waitUntil: (work: Promise<unknown>) => void kept.push(work) }
  const env = environmentOf(upstream)
  const answer = worker.fetch(question(await sealFor('asha'), asha), env, ctx)
  await answer
  expect(kept).toHaveLength(1)
  expect((await worker.fetch(new Request('https://app.example.com/'), env, ctx)).status).toBe(404)
})

describe('the recipe for a page of another origin', () => {
  const page = 'https://www.example.com'
  const asked = async (headers: Record<string, string>, init: RequestInit = {}) => {
    const { app } = await import('../../../docs/recipes/cors/server.ts')
    const request = question(await sealFor('asha'), asha)
    for (const [name, value] of Object.entries(headers)) request.headers.set(name, value)
    return app.fetch(new Request(request, init))
  }

  it('answers the preflight and the question of the page that is listed', async () => {
    const preflight = await asked(
      {
        Origin: page,
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'content-type',
      },
      { method: 'OPTIONS', body: null },
    )
    expect(preflight.ok).toBe(true)
    expect(preflight.headers.get('Access-Control-Allow-Headers')).toBe('Content-Type')
    const answer = await asked({ Origin: page, 'Sec-Fetch-Site': 'same-site' })
    expect(answer.status).toBe(200)
    for (const { headers } of [preflight, answer]) {
      expect(headers.get('Access-Control-Allow-Origin')).toBe(page)
      expect(headers.get('Access-Control-Allow-Credentials')).toBe('true')
    }
    expect(answer.headers.get('Vary')).toContain('Origin')
  })

  it('refuses the page that is not', async () => {
    const answer = await asked({ Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' })
    expect(answer.status).toBe(403)
    expect(answer.headers.get('Access-Control-Allow-Origin')).not.toBe('https://evil.example')
    expect(upstream.arrivals).toEqual([])
  })
})

it('the recipe for sealed handles opens what an older secret has sealed, whatever blanks are around it in the list', async () => {
  const { resolveJob } = await import('../../../docs/recipes/sealed-handles/resolveJob.ts')
  const [, older = ''] = environmentOf(upstream).ITR_HANDLE_SECRETS.split(',')
  expect(older).toMatch(/^ /)
  const handle = await createItrJobHandles({ secrets: [older.trim()], ttl: 60_000 }).seal('itr_1', 'asha')
  expect(await resolveJob(handle, question(handle, asha))).toBe('itr_1')
})

describe('the recipe for a table row', () => {
  const createProxy = async (): Promise<ItrStatusProxy> => {
    const { resolveJob } = await import('../../../docs/recipes/table-row/resolveJob.ts')
    const {
      FINPASS_API_KEY: apiKey,
      FINPASS_API_SECRET: apiSecret,
      FINPASS_BASE_URL: baseUrl,
    } = environmentOf(upstream)
    return createItrStatusProxy({ apiKey, apiSecret, baseUrl, resolveJob })
  }

  it('answers its own caller, and denies all others and what was forgotten', async () => {
    const { forgetHandle, issueHandle } = await import('../../../docs/recipes/table-row/resolveJob.ts')
    const proxy = await createProxy()
    const jobId = upstream.simulator.start()
    const handle = await issueHandle(jobId, 'asha')
    expect(handle).toMatch(/^[\w-]{22}$/)
    // A job id is no handle.
    expect((await proxy(question(jobId, asha))).status).toBe(404)
    expect(upstream.arrivals).toEqual([])
    expect((await proxy(question(handle, asha))).status).toBe(200)
    expect((await proxy(question(handle, ravi))).status).toBe(404)
    expect((await proxy(question(forged(handle), asha))).status).toBe(404)

    await forgetHandle(handle, question(handle, ravi))
    expect((await proxy(question(handle, asha))).status).toBe(200)
    await forgetHandle(handle, question(handle, asha))
    expect((await proxy(question(handle, asha))).status).toBe(404)
  })

  it('denies a row that is out of date', async () => {
    const { issueHandle } = await import('../../../docs/recipes/table-row/resolveJob.ts')
    const proxy = await createProxy()
    const handle = await issueHandle(upstream.simulator.start(), 'asha')
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60 * 60_000 })
    expect((await proxy(question(handle, asha))).status).toBe(404)
    vi.useRealTimers()
  })
})

describe('the recipe for the form', () => {
  const submit = async (handle: string, cookie: string) => {
    const { submitApplication } = await import('../../../docs/recipes/form-check/submitApplication.ts')
    const form = new FormData()
    form.set('itrVerification', handle)
    return said(
      submitApplication(
        new Request('https://app.example.com/api/applications', {
          method: 'POST',
          headers: { Cookie: cookie },
          body: form,
        }),
      ),
    )
  }

  it('accepts a completed verification of its own caller and nothing else', async () => {
    const handle = await sealFor('asha')
    expect((await submit(handle, asha)).status).toBe(422)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 50_000 })
    expect((await submit(handle, ravi)).status).toBe(422)
    expect((await submit(forged(handle), asha)).status).toBe(422)
    expect((await submit('completed', asha)).status).toBe(422)
    expect(await submit(handle, asha)).toEqual({ status: 201, body: { accepted: true } })
    vi.useRealTimers()
  })

  it('takes an upstream that cannot be asked for no verdict', async () => {
    const handle = await sealFor('asha')
    upstream.answer = () => new Response('{}', { status: 503 })
    expect(await submit(handle, asha)).toEqual({ status: 503, body: { error_code: 'try_again' } })
    upstream.answer = undefined
  })

  it.each([['nothing', null] as const, ['JSON', '{"itrVerification":"x"}'] as const])(
    'refuses %s in place of a form',
    async (_, body) => {
      const { submitApplication } = await import('../../../docs/recipes/form-check/submitApplication.ts')
      const request = new Request('https://app.example.com/api/applications', { method: 'POST', body })
      expect(await said(submitApplication(request))).toEqual({
        status: 400,
        body: { error_code: 'invalid_request' },
      })
    },
  )
})

describe('the form of the recipe for Express', () => {
  afterEach(() => {
    upstream.answer = undefined
  })

  const submit = (origin: string, handle: unknown, cookie: string) =>
    fetch(`${origin}/api/applications`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Cookie: cookie },
      body: JSON.stringify({ itrVerification: handle }),
    })

  it('accepts a completed verification of its own caller and nothing else', async () => {
    const { origin } = await startExpress()
    const handle = await sealFor('asha')
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 50_000 })
    expect((await submit(origin, handle, asha)).status).toBe(201)
    expect((await submit(origin, handle, ravi)).status).toBe(422)
    expect((await submit(origin, forged(handle), asha)).status).toBe(422)
    vi.useRealTimers()
    expect((await fetch(`${origin}/api/applications`, { method: 'POST' })).status).toBe(422)
  })
  it.each([401, 403, 429, 500])(
    'says nothing of an upstream that answers %d but to try again',
    async (status) => {
      const { origin } = await startExpress()
      upstream.answer = () => new Response('{}', { status })
      const answer = await submit(origin, await sealFor('asha'), asha)
      expect(answer.status).toBe(503)
      expect(await answer.text()).toBe('{"error_code":"try_again"}')
    },
  )
})
