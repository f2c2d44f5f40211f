import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ask, createProxy, flat, HANDLE, JOB_ID } from './asking.ts'

const documented = [200, 400, 403, 404, 405, 413, 415, 499]

const unhandled: unknown[] = []
const noteUnhandled = (reason: unknown) => void unhandled.push(reason)
beforeEach(() => {
  unhandled.length = 0
  process.on('unhandledRejection', noteUnhandled)
})
afterEach(() => void process.off('unhandledRejection', noteUnhandled))

/** A rejection that nobody handles ends a Node process: one such request would take the host's server down. */
async function expectNoneUnhandled() {
  await new Promise((resolve) => setImmediate(resolve))
  expect(unhandled.splice(0)).toEqual([])
}

const bytes = (text: string) => new TextEncoder().encode(text)
const question = JSON.stringify({ job_id: HANDLE })

/** A body of these chunks, bytes or not. */
const streamOf = (...chunks: unknown[]) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk as Uint8Array)
      controller.close()
    },
  })

function locked() {
  const stream = streamOf(bytes(question))
  stream.getReader()
  return stream
}

const breaksWith = (reason: unknown) => () =>
  new ReadableStream({
    pull: (controller) => controller.error(reason),
  })

/** Its value throws as soon as it is read, as a getter of a framework's own request may. */
const throwing = Symbol('throwing')

function requestOf(parts: Record<string, unknown>): Request {
  const request = {}
  for (const [name, value] of Object.entries(parts)) {
    Object.defineProperty(request, name, {
      get() {
        if (value === throwing) throw new TypeError('canary')
        return value
      },
    })
  }
  return request as Request
}

const own = ask()
const usually = <T>(value: T, ...odd: T[]) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(value) }, fc.constantFrom(...odd))

/** Each part is made anew for each request: a stream can be read once. */
const oddParts = fc.record({
  method: usually<unknown>('POST', 'post', '', 'POST ', 7, null, undefined, ['POST'], throwing),
  url: usually<unknown>(own.url, '', '/api/itr/status', 'http://[', 7, null, undefined, throwing),
  headers: usually<unknown>(
    own.headers,
    new Map([
      ['Content-Type', 'application/json'],
      ['Sec-Fetch-Site', 'same-origin'],
    ]),
    { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin' },
    { get: () => undefined },
    { get: () => 7 },
    { get: () => ['application/json'] },
    {
      get() {
        throw new Error('canary')
      },
    },
    null,
    throwing,
  ),
  body: usually<() => unknown>(
    () => streamOf(bytes(question)),
    () => streamOf(question),
    () => streamOf(7, null),
    () => streamOf(bytes(question).buffer),
    () => streamOf(new Uint8Array(0), bytes(question), new Uint8Array(0)),
    () => streamOf(bytes('x'.repeat(5000))),
    () => streamOf(),
    () => question,
    () => Buffer.from(question),
    () => ({ getReader: 7 }),
    () => null,
    () => undefined,
    () => throwing,
    locked,
    breaksWith(new Error('canary')),
    breaksWith(undefined),
    breaksWith(null),
    breaksWith('canary'),
  ),
  signal: usually<() => unknown>(
    () => new AbortController().signal,
    () => AbortSignal.abort(),
    () => AbortSignal.abort(null),
    () => AbortSignal.abort('canary'),
    () => AbortSignal.timeout(0),
    () => ({}),
    () => ({ aborted: true }),
    () => ({ aborted: false, addEventListener() {} }),
    () => 7,
    () => null,
    () => undefined,
    () => throwing,
  ),
})

it('whatever parts a request is made of, it has one documented answer and one event, and leaves nothing behind', async () => {
  await fc.assert(
    fc.asyncProperty(oddParts, async ({ body, signal, ...parts }) => {
      let saidYes = false
      const { proxy, events } = createProxy({
        resolveJob: (handle) => {
          saidYes = handle === HANDLE
          return saidYes ? JOB_ID : null
        },
      })
      const response = await proxy(requestOf({ ...parts, body: body(), signal: signal() }))
      expect(documented).toContain(response.status)
      if (response.status === 200) expect(saidYes).toBe(true)
      expect(events.map((event) => event.status)).toEqual([response.status])
      expect(await response.text()).not.toContain('canary')
      await expectNoneUnhandled()
    }),
    { numRuns: 500 },
  )
})

describe('a part that cannot be read is a 400, and no rejection is left behind', () => {
  it.each(['method', 'url', 'headers', 'body', 'signal'])('%s', async (name) => {
    const { method, url, headers, body, signal } = ask({ headers: { Origin: 'https://app.example.com' } })
    headers.delete('Sec-Fetch-Site')
    const parts: Record<string, unknown> = { method, url, headers, body, signal, [name]: throwing }
    const { proxy, events } = createProxy()
    expect((await proxy(requestOf(parts))).status).toBe(400)
    expect(events).toMatchObject([{ outcome: 'refused', errorCode: 'invalid_request' }])
    await expectNoneUnhandled()
  })

  it.each<[string, unknown]>([
    ['nothing of a signal', {}],
    ['only half of a signal', { aborted: false, addEventListener() {} }],
  ])('a signal that has %s', async (_, signal) => {
    const { method, url, headers, body } = ask()
    const { proxy, events } = createProxy()
    expect((await proxy(requestOf({ method, url, headers, body, signal }))).status).toBe(400)
    expect(events).toHaveLength(1)
    await expectNoneUnhandled()
  })
})

const withBody = (body: ReadableStream<Uint8Array>) =>
  requestOf({ method: 'POST', url: own.url, headers: own.headers, body, signal: own.signal })
const sentAs = (body: Uint8Array) => withBody(streamOf(body))

describe('method, type and origin are judged in this order, by nothing else', () => {
  const allowedOrigins = ['https://shop.example.org']
  const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 20 }), fc.constant(null))
  const near = (value: string) =>
    fc
      .tuple(
        fc.nat({ max: value.length }),
        fc.constantFrom('', ' ', ',', ';', '\t', '\0', '/', '"', 'x', '\u017f'),
      )
      .map(([at, put]) => value.slice(0, at) + put + value.slice(at))
  const own = 'https://app.example.com'

  it('whatever the headers hold', async () => {
    const parts = fc.record({
      method: fc.oneof(fc.constant('POST'), fc.constantFrom('post', 'GET', 'POST\0'), near('POST')),
      type: fc.oneof(near('application/json'), near('Application/JSON; charset=utf-8'), text),
      site: fc.oneof(fc.constant('same-origin'), fc.constant(null), near('same-origin'), text),
      origin: fc.oneof(near(own), near(allowedOrigins[0]!), text, fc.constantFrom('null', 'null, null')),
    })
    await fc.assert(
      fc.asyncProperty(parts, async ({ method, type, site, origin }) => {
        const given: Record<string, string | null> = {
          'content-type': type,
          'sec-fetch-site': site,
          origin,
        }
        const { proxy } = createProxy({ allowedOrigins })
        const request = requestOf({
          method,
          url: `${own}/api`,
          headers: { get: (name: string) => given[name.toLowerCase()] ?? null },
          body: streamOf(bytes(question)),
        })
        const isJson = type !== null && /^\s*application\/json\s*(;|$)/i.test(type)
        const isOwn = site === 'same-origin' || (site === null && origin === own)
        const isTrusted = isOwn || (origin !== null && allowedOrigins.includes(origin))
        const expected = method !== 'POST' ? 405 : !isJson ? 415 : !isTrusted ? 403 : 200
        expect((await proxy(request)).status).toBe(expected)
      }),
      { numRuns: 1000 },
    )
  })

  it.each(['post', 'Post', 'POST ', 'XPOST'])('"%s" is not POST', async (method) => {
    const { url, headers, body, signal } = ask()
    expect((await createProxy().proxy(requestOf({ method, url, headers, body, signal }))).status).toBe(405)
  })
})

describe('a handle is any text', () => {
  /** Of code units, so that halves of letters are among them. */
  const handle = fc
    .array(fc.oneof(fc.integer({ min: 0x20, max: 0x7e }), fc.integer({ min: 0, max: 0xffff })), {
      maxLength: 1500,
    })
    .map((units) => String.fromCharCode(...units))

  it('that is given to resolveJob and back as it is, and goes nowhere else', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(handle, fc.constantFrom('__proto__', 'constructor', 'x'.repeat(4082))),
        async (sent) => {
          const body = bytes(JSON.stringify({ job_id: sent }))
          const asked: string[] = []
          const { proxy, calls, events } = createProxy({
            resolveJob: (given) => {
              asked.push(given)
              return JOB_ID
            },
          })
          const response = await proxy(sentAs(body))
          expect(response.status).toBe(body.length > 4096 ? 413 : sent === '' ? 400 : 200)
          const answer = (await response.json()) as { job_id?: string }
          expect(asked).toEqual(response.status === 200 ? [sent] : [])
          expect(answer.job_id).toBe(response.status === 200 ? sent : undefined)
          if (sent.length > 8)
            expect(JSON.stringify([calls, events])).not.toContain(JSON.stringify(sent).slice(1, -1))
        },
      ),
      { numRuns: 300 },
    )
  })

  it('of 4 KB at most, the rest of the body included', async () => {
    const { proxy } = createProxy({ resolveJob: () => JOB_ID })
    const { length } = JSON.stringify({ job_id: '' })
    expect((await proxy(ask({ body: { job_id: 'x'.repeat(4096 - length) } }))).status).toBe(200)
    expect((await proxy(ask({ body: { job_id: 'x'.repeat(4097 - length) } }))).status).toBe(413)
  })

  it('which no refusal repeats: each code has one sentence', async () => {
    const sentences = new Map<string, string>()
    await fc.assert(
      fc.asyncProperty(handle, fc.boolean(), async (sent, isWhole) => {
        const text = JSON.stringify({ job_id: sent })
        const response = await createProxy().proxy(sentAs(bytes(isWhole ? text : text.slice(0, -1))))
        const { error_code, message } = (await response.json()) as { error_code: string; message: string }
        expect(['not_found', 'invalid_request', 'body_too_large']).toContain(error_code)
        expect(message).toBe(sentences.get(error_code) ?? message)
        sentences.set(error_code, message)
      }),
    )
    expect(sentences.size).toBeGreaterThan(1)
  })
})

describe('whatever resolveJob gives', () => {
  it('only text that is not blank is a yes, and it is the job that is asked for', async () => {
    const given = fc.oneof(
      fc.anything({ withBigInt: true, withBoxedValues: true, withDate: true, withMap: true }),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('__proto__', ' ', '\ufeff', '\u2003', ' itr_1 '),
    )
    await fc.assert(
      fc.asyncProperty(given, fc.boolean(), async (id, isAsync) => {
        const { proxy, calls } = createProxy({
          resolveJob: (() => (isAsync ? Promise.resolve(id) : id)) as () => string,
          upstream: (jobId) => Response.json(flat({ job_id: jobId })),
        })
        const isYes = typeof id === 'string' && id.trim() !== ''
        expect((await proxy(ask())).status).toBe(isYes ? 200 : 404)
        expect(calls.map(({ jobId }) => jobId)).toEqual(isYes ? [id] : [])
        await expectNoneUnhandled()
      }),
      { numRuns: 300 },
    )
  })
})

describe('bytes', () => {
  it('of any kind, cut anywhere, have a documented answer', async () => {
    const chunks = fc.array(fc.oneof(fc.uint8Array({ maxLength: 2000 }), fc.constant(bytes(question))), {
      maxLength: 4,
    })
    await fc.assert(
      fc.asyncProperty(chunks, async (parts) => {
        const { proxy, calls } = createProxy()
        const { status } = await proxy(withBody(streamOf(...parts)))
        expect([200, 400, 404, 413]).toContain(status)
        expect(calls).toHaveLength(status === 200 ? 1 : 0)
      }),
      { numRuns: 300 },
    )
  })

  it.each<[string, number[], number]>([
    ['a letter that is cut off behind the answer', [...bytes(question), 0xc3], 400],
    ['a zero byte behind it', [...bytes(question), 0], 400],
    [
      'a byte that is no UTF-8 in the handle: it is another handle',
      [...bytes(question.slice(0, -2)), 0xff, 0x22, 0x7d],
      404,
    ],
    [
      'an overlong letter in the handle: it is another handle',
      [...bytes('{"job_id":"handle-of-ash'), 0xc1, 0xa1, 0x22, 0x7d],
      404,
    ],
    ['a byte order mark before it', [0xef, 0xbb, 0xbf, ...bytes(question)], 200],
    ['two byte order marks', [0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf, ...bytes(question)], 400],
    ['UTF-16', [...Buffer.from(question, 'utf16le')], 400],
    ['UTF-16 with its mark', [0xff, 0xfe, ...Buffer.from(question, 'utf16le')], 400],
  ])('%s', async (_, body, status) => {
    expect((await createProxy().proxy(sentAs(new Uint8Array(body)))).status).toBe(status)
  })

  it.each<[string, string, number]>([
    ['a prototype that holds a job_id', `{"__proto__":${question}}`, 400],
    ['a constructor that does', `{"constructor":{"prototype":${question}}}`, 400],
    ['a job_id twice: the last counts', `{"job_id":"x",${question.slice(1)}`, 200],
    ['a job_id twice, the last of somebody else', `${question.slice(0, -1)},"job_id":"x"}`, 404],
    ['a job_id in escapes', `{"\\u006aob_id":"${HANDLE}"}`, 200],
    ['2,000 lists in each other', '['.repeat(2000) + ']'.repeat(2000), 400],
    ['a form', `job_id=${HANDLE}`, 400],
    ['an envelope', `{"data":${question}}`, 400],
  ])('%s', async (_, body, status) => {
    expect((await createProxy().proxy(ask({ body }))).status).toBe(status)
  })

  it('10 MB of them one by one are left at the limit', async () => {
    let pulls = 0
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (++pulls > 10_000_000) controller.close()
        else controller.enqueue(new Uint8Array([0x20]))
      },
      // Whoever sends this does not hear that it is over either.
      cancel: () => new Promise(() => {}),
    })
    expect((await createProxy().proxy(withBody(body))).status).toBe(413)
    expect(pulls).toBeLessThan(4100)
  })
})
