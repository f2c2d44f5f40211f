import { describe, expect, it, vi } from 'vitest'
import {
  createBareRequest,
  createLockedBody,
  createProxy,
  createRequest,
  failOnLogsAndRejections,
  HANDLE,
  JOB_ID,
  OK,
  ORIGIN,
  poll,
  readResponse,
  type RequestOptions,
  resultOf,
  streamOf,
  throwError,
  THROWS,
} from './createProxy.ts'

failOnLogsAndRejections()

const encode = (text: string) => new TextEncoder().encode(text)
const VALID_BODY = JSON.stringify({ job_id: HANDLE })

describe('request validation', () => {
  const types = [
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
  ]
  const bodies = [
    '',
    'not json',
    'null',
    'true',
    '["handle"]',
    '{}',
    '{"job_id":""}',
    '{"job_id":7}',
    `{"__proto__":${VALID_BODY}}`,
    '['.repeat(2000) + ']'.repeat(2000),
  ]

  /** Expects an error before resolveJob or the upstream is called. */
  async function expectError(status: number, errorCode: string, request: Request) {
    const resolveJob = vi.fn(() => JOB_ID)
    const { proxy, calls } = createProxy({ resolveJob })
    expect(await resultOf(proxy(request))).toEqual([status, errorCode])
    expect(calls).toEqual([])
    expect(resolveJob).not.toHaveBeenCalled()
  }

  it.each(['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'post', 'POST ', 'XPOST'])(
    'rejects the method "%s"',
    (method) => expectError(405, 'method_not_allowed', createBareRequest({ method })),
  )

  it.each([...types, null])('rejects the Content-Type %j', (type) => {
    const { headers } = createRequest()
    headers.delete('Content-Type')
    if (type !== null) headers.set('Content-Type', type)
    return expectError(415, 'unsupported_media_type', createBareRequest({ headers }))
  })

  it.each([...bodies, null])('rejects the body %.60s', (body) =>
    expectError(400, 'invalid_request', createRequest({ body })),
  )

  it.each([VALID_BODY.padEnd(4097), { job_id: 'अ'.repeat(1400) }])(
    'rejects a body of more than 4096 bytes',
    (body) => expectError(413, 'body_too_large', createRequest({ body })),
  )

  it.each<[string, RequestOptions]>([
    ...[
      'application/json',
      'application/json; charset=utf-8',
      'Application/JSON;charset=UTF-8',
      ' application/json ;x',
    ].map((type): [string, RequestOptions] => [`type "${type}"`, { headers: { 'Content-Type': type } }]),
    ['a body of 4096 bytes', { body: VALID_BODY.padEnd(4096) }],
    [
      'other fields, space and a byte order mark',
      { body: `\ufeff \n{ "x": {"job_id": "y"}, ${VALID_BODY.slice(1)}\n` },
    ],
    ['a second job_id that is valid', { body: `{"job_id":"x",${VALID_BODY.slice(1)}` }],
    ['an escaped key', { body: `{"\\u006aob_id":"${HANDLE}"}` }],
  ])('accepts %s', async (_, init) => {
    expect(await poll(createProxy().proxy, init)).toEqual(OK)
  })

  const wrongType = { 'Content-Type': 'text/plain' }
  const wrongSite = { 'Sec-Fetch-Site': 'cross-site' }
  const tooLarge = 'x'.repeat(4097)

  it.each<[number, RequestOptions]>([
    [405, { method: 'PUT', headers: { ...wrongType, ...wrongSite }, body: tooLarge }],
    [415, { headers: { ...wrongType, ...wrongSite }, body: tooLarge }],
    [403, { headers: wrongSite, body: tooLarge }],
    [413, { body: tooLarge }],
    [400, { body: 'x'.repeat(4096) }],
    [404, { body: { job_id: 'of somebody else' } }],
  ])('reports %i before any problem of a later step', async (status, init) => {
    const { proxy, calls } = createProxy()
    expect((await proxy(createRequest(init))).status).toBe(status)
    expect(calls).toEqual([])
  })

  it.each<[string, number, number[]]>([
    ['a truncated letter at the end', 400, [...encode(VALID_BODY), 0xc3]],
    ['a zero byte at the end', 400, [...encode(VALID_BODY), 0]],
    ['invalid UTF-8 in the handle', 404, [...encode(VALID_BODY.slice(0, -2)), 0xff, 0x22, 0x7d]],
    ['a byte order mark', 200, [0xef, 0xbb, 0xbf, ...encode(VALID_BODY)]],
    ['two byte order marks', 400, [0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf, ...encode(VALID_BODY)]],
    ['UTF-16 with its mark', 400, [0xff, 0xfe, ...Buffer.from(VALID_BODY, 'utf16le')]],
  ])('decodes the body as UTF-8: %s gives %i', async (_, status, bytes) => {
    const request = createBareRequest({ body: streamOf(new Uint8Array(bytes)) })
    expect((await createProxy().proxy(request)).status).toBe(status)
  })
})

describe('body limit', () => {
  it.each([
    [4097, '20', 413],
    [4096, '20', 200],
    [4097, '999999', 413],
    [100, '999999', 200],
    [100, 'odd', 200],
  ])('counts a body of %i bytes with the Content-Length %s: %i', async (size, length, status) => {
    const { proxy } = createProxy()
    const { headers } = createRequest({ headers: { 'Content-Length': length } })
    const text = JSON.stringify({ job_id: HANDLE, more: 'é' }).padEnd(size - 1)
    const request = createBareRequest({ headers, body: new Blob([text]).stream(), text: async () => text })
    expect((await proxy(request)).status).toBe(status)
  })

  it.each(['2000', 'odd'])(
    'counts invalid UTF-8 in bytes, not as replacement characters, with the Content-Length %s',
    async (length) => {
      const blob = new Blob([new Uint8Array(2000).fill(0xff)])
      const { headers } = createRequest({ headers: { 'Content-Length': length } })
      const request = createBareRequest({ headers, body: blob.stream(), text: () => blob.text() })
      expect(await resultOf(createProxy().proxy(request))).toEqual([400, 'invalid_request'])
    },
  )

  it.each<[string, number, () => unknown]>([
    ['throws', 1024, throwError],
    ['never ends', 1, () => new Promise(() => {})],
  ])('cancels a body without end, even if its cancel %s', async (_, chunk, cancel) => {
    let sent = 0
    const onCancel = vi.fn(cancel)
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += chunk
        controller.enqueue(new Uint8Array(chunk).fill(0x20))
      },
      cancel: onCancel as () => void,
    })
    expect((await createProxy().proxy(createBareRequest({ body }))).status).toBe(413)
    expect(onCancel).toHaveBeenCalled()
    expect(sent).toBeLessThan(10_000)
  })

  it('joins a body that arrives byte by byte', async () => {
    const bytes = [...encode(JSON.stringify({ job_id: 'पहचान' }))].map((byte) => new Uint8Array([byte]))
    const resolveJob = vi.fn(() => JOB_ID)
    await createProxy({ resolveJob }).proxy(createBareRequest({ body: streamOf(...bytes) }))
    expect(resolveJob).toHaveBeenCalledWith('पहचान', expect.anything())
  })
})

describe('unreadable requests', () => {
  const brokenBody = () => new ReadableStream({ pull: (controller) => controller.error(new Error('reset')) })
  const { headers } = createRequest({ headers: { Origin: ORIGIN } })
  headers.delete('Sec-Fetch-Site')

  it.each<[string, () => unknown]>([
    ['null', () => null],
    ['an empty object', () => ({ method: 'POST' })],
    ['a URL that cannot be parsed', () => createBareRequest({ url: 'not a url', body: 'text' })],
    ...['method', 'url', 'headers', 'body', 'signal'].map((name): [string, () => unknown] => [
      `a ${name} that throws`,
      () => createBareRequest({ headers, [name]: THROWS }),
    ]),
    ['a signal without methods', () => createBareRequest({ signal: {} })],
    ['half a signal', () => createBareRequest({ signal: { aborted: false, addEventListener() {} } })],
    ['a body that was read before', () => createBareRequest({ body: createLockedBody() })],
    ['a body that breaks off', () => createBareRequest({ body: brokenBody() })],
    ['a text as body', () => createBareRequest({ body: 'text' })],
  ])('get a response, not an exception: %s', async (_, create) => {
    const { proxy, events } = createProxy()
    const response = await readResponse(await proxy(create() as Request))
    expect(response).toMatchObject({ status: 400, body: { error_code: 'invalid_request' } })
    expect(events).toMatchObject([{ outcome: 'refused', errorCode: 'invalid_request' }])
    expect(JSON.stringify(response)).not.toContain('canary')
  })

  it('needs only method, url, headers, body and signal, and no signal', async () => {
    expect(await resultOf(createProxy().proxy(createBareRequest()))).toEqual(OK)
    expect(await resultOf(createProxy().proxy(createBareRequest({ signal: undefined })))).toEqual(OK)
  })
})

describe('origin check', () => {
  const own = ORIGIN
  const listed = 'https://shop.example.org'
  const other = 'https://evil.example'

  async function statusFor(
    site: string | null,
    origin: string | null,
    { url = `${own}/api/itr/status`, allowedOrigins = [listed] } = {},
  ) {
    const headers = new Headers({ 'Content-Type': 'application/json' })
    if (site !== null) headers.set('Sec-Fetch-Site', site)
    if (origin !== null) headers.set('Origin', origin)
    const { proxy, calls } = createProxy({ allowedOrigins })
    const [status, code] = await resultOf(proxy(createBareRequest({ headers, url })))
    expect(calls).toHaveLength(status === 200 ? 1 : 0)
    expect(code).toBe(status === 200 ? undefined : 'forbidden_origin')
    return status
  }

  it.each<[string | null, string | null, number]>([
    ['same-origin', null, 200],
    ['same-origin', other, 200],
    ...['same-site', 'cross-site', 'none', '', 'Same-Origin', 'same-origin, same-origin', 'nonsense'].flatMap(
      (site): [string, string | null, number][] => [
        [site, listed, 200],
        [site, own, 403],
        [site, other, 403],
        [site, null, 403],
      ],
    ),
    [null, own, 200],
    [null, listed, 200],
    [null, null, 403],
    ...[
      other,
      'null',
      '',
      `${own}:8443`,
      `${own}/`,
      'http://app.example.com',
      `${own}.evil.example`,
      `https://evil.example/${own}`,
    ].map((origin): [null, string, number] => [null, origin, 403]),
  ])('responds to Sec-Fetch-Site %j and Origin %j with %i', async (site, origin, status) => {
    expect(await statusFor(site, origin)).toBe(status)
  })

  it.each<[string, string, number, string[]]>([
    ['http://localhost:3000/x', 'http://localhost:3000', 200, []],
    ['http://localhost:3000/x', 'http://localhost', 403, []],
    // TLS ends before the server.
    ['http://app.example.com/x', own, 403, []],
    ['http://app.example.com/x', own, 200, [own]],
  ])(
    'responds to the URL %s and Origin %s with %i if %j are allowed',
    async (url, origin, status, allowed) => {
      expect(await statusFor(null, origin, { url, allowedOrigins: allowed })).toBe(status)
    },
  )

  it.each(['not a url', 'data:text/plain,x', ''])(
    'accepts only listed origins for the URL "%s"',
    async (url) => {
      expect(await statusFor(null, 'null', { url })).toBe(403)
      expect(await statusFor(null, null, { url })).toBe(403)
      expect(await statusFor(null, listed, { url })).toBe(200)
    },
  )

  it.each([
    ['https://Shop.Example.org', listed],
    ['https://shop.example.org/', listed],
    ['https://shop.example.org:443', listed],
    ['http://localhost:5173', 'http://localhost:5173'],
  ])('the allowed origin %s admits %s', async (entry, origin) => {
    expect(await statusFor('cross-site', origin, { allowedOrigins: [entry] })).toBe(200)
  })
})
