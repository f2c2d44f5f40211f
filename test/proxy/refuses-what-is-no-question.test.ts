import { describe, expect, it, vi } from 'vitest'
import { ask, createProxy, errorCodeOf, HANDLE, JOB_ID, seen } from './asking.ts'

const resolveJob = vi.fn(() => JOB_ID)

async function refusal(request: Request) {
  resolveJob.mockClear()
  const { proxy, calls } = createProxy({ resolveJob })
  const answer = await seen(await proxy(request))
  expect(calls).toEqual([])
  expect(resolveJob).not.toHaveBeenCalled()
  return answer
}

describe('only POST is answered', () => {
  it.each(['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])(
    '%s is a 405 that says so',
    async (method) => {
      const answer = await refusal(ask({ method, body: null }))
      expect(answer).toMatchObject({
        status: 405,
        headers: { allow: 'POST' },
        body: { error_code: 'method_not_allowed' },
      })
    },
  )

  it('no other answer has an Allow', async () => {
    expect((await refusal(ask({ body: '[]' }))).headers).not.toHaveProperty('allow')
  })
})

describe('only JSON is read', () => {
  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'application/jsonp',
    'application/json-patch+json',
    'application/problem+json',
    'text/plain; a=application/json',
    'application/json, text/plain',
    'json',
    '',
  ])('%s is a 415', async (type) => {
    expect(await refusal(ask({ headers: { 'Content-Type': type } }))).toMatchObject({
      status: 415,
      body: { error_code: 'unsupported_media_type' },
    })
  })

  it('no type at all is a 415', async () => {
    const request = ask()
    request.headers.delete('Content-Type')
    expect(await refusal(request)).toMatchObject({ status: 415 })
  })

  it.each([
    'application/json',
    'application/json; charset=utf-8',
    'Application/JSON;charset=UTF-8',
    ' application/json ;x',
  ])('%s is taken', async (type) => {
    const { proxy } = createProxy()
    expect((await proxy(ask({ headers: { 'Content-Type': type } }))).status).toBe(200)
  })
})

describe('the body is an object with a job_id', () => {
  it.each([
    '',
    'not json',
    '{"job_id":"a"',
    'null',
    'true',
    '"handle"',
    '["handle"]',
    '{}',
    '{"job_id":""}',
    '{"job_id":null}',
    '{"job_id":7}',
    '{"job_id":["handle"]}',
    '{"JOB_ID":"handle"}',
  ])('%s is a 400', async (body) => {
    expect(await refusal(ask({ body }))).toMatchObject({
      status: 400,
      body: { error_code: 'invalid_request' },
    })
  })

  it('no body at all is a 400', async () => {
    const bare = ask({ body: null })
    expect(bare.body).toBeNull()
    expect(await refusal(bare)).toMatchObject({ status: 400 })
  })

  it('other fields, space and a byte order mark do not matter', async () => {
    const { proxy } = createProxy()
    const body = `\ufeff \n{ "extra": {"job_id": "other"}, "job_id": "${HANDLE}" }\n`
    expect((await proxy(ask({ body }))).status).toBe(200)
  })
})

describe('the first thing wrong is the one that is told', () => {
  const wrongType = { 'Content-Type': 'text/plain' }
  const wrongOrigin = { 'Sec-Fetch-Site': 'cross-site' }
  const tooLarge = 'x'.repeat(4097)

  it.each([
    [405, { method: 'PUT', headers: { ...wrongType, ...wrongOrigin }, body: tooLarge }],
    [415, { headers: { ...wrongType, ...wrongOrigin }, body: tooLarge }],
    [403, { headers: wrongOrigin, body: tooLarge }],
    [413, { body: tooLarge }],
    [400, { body: 'x'.repeat(4096) }],
    [404, { body: { job_id: 'of somebody else' } }],
  ])('%i', async (status, init) => {
    const { proxy, calls } = createProxy()
    expect((await proxy(ask(init))).status).toBe(status)
    expect(calls).toEqual([])
  })
})

describe('a request that cannot be read is a 400, never a throw', () => {
  it('whose body was read already', async () => {
    const request = ask()
    await request.text()
    expect(await errorCodeOf(await createProxy().proxy(request))).toBe('invalid_request')
  })

  it('whose body breaks off', async () => {
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"job_'))
        controller.error(new Error('gone'))
      },
    })
    const request = new Request(ask().url, {
      method: 'POST',
      headers: ask().headers,
      body,
      duplex: 'half',
    } as RequestInit)
    expect(await errorCodeOf(await createProxy().proxy(request))).toBe('invalid_request')
  })

  it.each([
    null,
    { method: 'POST' },
    { method: 'POST', headers: ask().headers, url: 'not a url' },
    { method: 'POST', headers: ask().headers, url: ask().url, body: 'text' },
  ])('%o', async (request) => {
    expect(await errorCodeOf(await createProxy().proxy(request as unknown as Request))).toBe(
      'invalid_request',
    )
  })

  it('whose parts throw', async () => {
    const request = new Proxy({} as Request, {
      get() {
        throw new Error('canary')
      },
    })
    const response = await createProxy().proxy(request)
    expect(response.status).toBe(400)
    expect(await response.text()).not.toContain('canary')
  })
})

describe('any object with the five parts of a request is one', () => {
  it('method, url, headers, body and signal are all that is read', async () => {
    const { method, url, headers, body, signal } = ask()
    const parts: Record<PropertyKey, unknown> = { method, url, headers, body, signal }
    const request = new Proxy({} as Request, {
      get(_, name) {
        if (!(name in parts)) throw new Error(`${String(name)} was read`)
        return parts[name]
      },
    })
    expect((await createProxy().proxy(request)).status).toBe(200)
  })

  it('a signal may be missing', async () => {
    const { method, url, headers, body } = ask()
    const request = { method, url, headers, body } as Request
    expect((await createProxy().proxy(request)).status).toBe(200)
  })
})
