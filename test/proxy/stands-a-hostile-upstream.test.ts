import { createServer, type AddressInfo, type Socket } from 'node:net'
import { brotliCompressSync, constants, deflateSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { createItrStatusProxy, type ItrProxyEvent } from '../../src/proxy/index.ts'
import { ask, createProxyBefore, errorCodeOf, flat, HANDLE, JOB_ID, KEY, SECRET } from './asking.ts'
import { startUpstream } from './startUpstream.ts'

/** Said by the upstream wherever it can say something. */
const PAN = 'QWERT1234Y'
const WORDS = 'canary of the upstream'
const everything = [KEY, SECRET, JOB_ID, PAN, WORDS].join(' ')

/**
 * A server on loopback that speaks bytes: what it sends is often no answer that `node:http` would let it send. It never closes
 * a connection unless `talk` does. `open` are those that a question came over: fetch may hold another one ready.
 */
async function startSpeaker(talk: (socket: Socket) => unknown) {
  const open = new Set<Socket>()
  const questions: string[] = []
  const all = new Set<Socket>()
  const server = createServer((socket) => {
    all.add(socket)
    socket.on('close', () => all.delete(socket) && open.delete(socket))
    socket.on('error', () => undefined)
    let question = ''
    socket.setEncoding('utf8').on('data', (text: string) => {
      question += text
      // The question is whole as soon as its body is.
      if (!question.endsWith('}')) return
      questions.push(question)
      open.add(socket)
      question = ''
      talk(socket)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    for (const socket of all) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  })
  return { open, questions, baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

const head = (fields = '', statusLine = `200 ${WORDS}`) =>
  `HTTP/1.1 ${statusLine}\r\nX-Canary: ${everything}\r\nSet-Cookie: canary=${KEY}\r\n${fields}\r\n`

/** A whole answer, after which the connection is closed. */
const whole =
  (body: string | Buffer, fields = '', statusLine?: string) =>
  (socket: Socket) => {
    socket.write(
      head(`Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n${fields}`, statusLine),
    )
    socket.end(body)
  }

/** Says the same again and again, for as long as it is listened to. */
const drips =
  (...says: (string | Buffer)[]) =>
  (socket: Socket) => {
    const drop = says.pop()!
    for (const first of says) socket.write(first)
    const timer = setInterval(() => socket.write(drop), 10)
    socket.on('close', () => clearInterval(timer))
  }

/** RFC 1952 §2.3.1, and a block of one space (RFC 1951 §3.2.4). */
const GZIP_START = Buffer.from('1f8b0800000000000003', 'hex')
const GZIP_SPACE = Buffer.from('000100feff20', 'hex')

/** Sends as fast as it is read, without end. */
const pours = (first: string, chunk: string | Buffer) => (socket: Socket) => {
  const go = () => {
    while (!socket.destroyed && socket.write(chunk));
  }
  socket.write(first)
  socket.on('drain', go)
  go()
}

const says = (text: string) => (socket: Socket) => socket.write(text)
const saysAndCloses = (text: string) => (socket: Socket) => socket.end(text)
/** A reset must not overtake what was said before. */
const saysAndResets = (text: string) => (socket: Socket) =>
  text ? socket.write(text, () => setTimeout(() => socket.resetAndDestroy(), 20)) : socket.resetAndDestroy()

const json = (fields: Record<string, unknown> = {}) =>
  JSON.stringify(flat({ error_message: everything, pan: PAN, doc_id: WORDS, ...fields }))
const jsonWith = (tail: string) => `${json().slice(0, -1)},${tail}}`

const unavailable = [502, 'upstream_unavailable']
const invalid = [502, 'upstream_invalid']
const refused = [502, 'upstream_refused']
const late = [504, 'upstream_timeout']
const answered = [200, undefined]

const unhandled: unknown[] = []
const logged: unknown[] = []
const noteUnhandled = (reason: unknown) => void unhandled.push(reason)
const consoleMethods = ['log', 'info', 'warn', 'error', 'debug'] as const
const consoleBefore = { ...console }

beforeEach(() => {
  unhandled.length = logged.length = 0
  process.on('unhandledRejection', noteUnhandled)
  for (const method of consoleMethods) console[method] = (...args: unknown[]) => void logged.push(args)
})
afterEach(() => {
  process.off('unhandledRejection', noteUnhandled)
  Object.assign(console, consoleBefore)
})

/** A generous second beyond what the proxy was given: an answer that is not there by then never comes. */
async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const never = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Nothing came within ${ms} ms.`)), ms)
  })
  return Promise.race([work, never]).finally(() => clearTimeout(timer))
}

/** The status and code that the proxy makes of it, once all else that must hold has been looked at. */
async function madeOf(talk: (socket: Socket) => unknown, upstreamTimeout = 5000) {
  const { open, questions, baseUrl } = await startSpeaker(talk)
  const events: ItrProxyEvent[] = []
  const cached: unknown[] = []
  const proxy = createItrStatusProxy({
    apiKey: KEY,
    apiSecret: SECRET,
    resolveJob: () => JOB_ID,
    baseUrl,
    upstreamTimeout,
    onEvent: (event) => events.push(event),
    cache: { get: () => undefined, set: (...args) => void cached.push(args) },
  })
  const response = await within(upstreamTimeout + 1000, proxy(ask()))
  const { status } = response
  const text = await response.text()
  const body = JSON.parse(text) as { error_code?: string; status?: string }

  // The proxy leaves, though the server would have gone on.
  await expect.poll(() => open.size, { interval: 5 }).toBe(0)
  const asked = questions.length
  // Kept for the interval, so that nobody asks again.
  const checked = await proxy
    .getJob(HANDLE, ask())
    .catch((error: Error) => [{ ...error }, error.stack, error.cause])
  expect(questions).toHaveLength(asked)
  expect(asked).toBe(1)
  expect([unhandled, logged]).toEqual([[], []])
  expect(events.map((event) => [event.status, event.upstream])).toEqual([[status, 'called']])

  const out = JSON.stringify([[...response.headers], text, events, cached, checked])
  for (const canary of [KEY, SECRET, JOB_ID, PAN, WORDS, 'canary']) expect(out).not.toContain(canary)
  expect(JSON.stringify([events, cached])).not.toContain(HANDLE)
  if (status !== 200) expect(text).not.toContain(HANDLE)
  return [status, body.error_code]
}

describe('an upstream that keeps the proxy waiting is a 504, and is left', () => {
  it.each<[string, (socket: Socket) => unknown]>([
    ['hangs before it says anything', () => {}],
    ['hangs in the status line', says('HTTP/1.1 20')],
    ['hangs in the headers', says(`HTTP/1.1 200 OK\r\nX-Canary: ${everything}`)],
    ['hangs before the body', says(head('Content-Length: 100\r\n'))],
    ['hangs in a body of known length', says(head('Content-Length: 9999\r\n') + json())],
    ['hangs in a body of chunks', says(`${head('Transfer-Encoding: chunked\r\n')}5\r\n{"job`)],
    ['hangs after a whole answer that says no length', says(head() + json())],
    [
      'hangs in the body of a refusal',
      says(`${head('Content-Length: 99\r\n', '404 Not Found')}{"success":false`),
    ],
    ['drips its headers', drips('HTTP/1.1 200 OK\r\n', 'X: y\r\n')],
    ['drips one header', drips('HTTP/1.1 200 OK\r\nX-Canary: ', 'x')],
    ['drips its body', drips(head('Content-Length: 9999\r\n'), ' ')],
    ['drips chunks', drips(head('Transfer-Encoding: chunked\r\n'), '1\r\n \r\n')],
    // A space each, packed.
    ['drips a compressed body', drips(head('Content-Encoding: gzip\r\n'), GZIP_START, GZIP_SPACE)],
    ['drips early hints', drips('', 'HTTP/1.1 103 Early Hints\r\nLink: <a>\r\n\r\n')],
    ['says "continue" for ever', drips('', 'HTTP/1.1 102 Processing\r\n\r\n')],
  ])('%s', async (_, talk) => {
    expect(await madeOf(talk, 500)).toEqual(late)
  })
})

describe('an upstream that breaks off is a 502', () => {
  const places: [string, string][] = [
    ['before it says anything', ''],
    ['in the status line', 'HTTP/1.1 20'],
    ['in the headers', `HTTP/1.1 200 OK\r\nX-Canary: ${everything}`],
    ['in a body of known length', head('Content-Length: 9999\r\n') + json()],
    ['one byte before the end', head(`Content-Length: ${json().length + 1}\r\n`) + json()],
    ['in a body of chunks', `${head('Transfer-Encoding: chunked\r\n')}5\r\n{"job`],
    [
      'before the last chunk',
      `${head('Transfer-Encoding: chunked\r\n')}${json().length.toString(16)}\r\n${json()}\r\n`,
    ],
  ]
  it.each(places)('by a reset %s', async (_, text) => {
    expect(await madeOf(saysAndResets(text))).toEqual(unavailable)
  })

  it.each(places)('by closing %s', async (_, text) => {
    expect(await madeOf(saysAndCloses(text))).toEqual(unavailable)
  })
})

describe('an upstream that does not speak HTTP is a 502', () => {
  it.each<[string, string]>([
    ['another protocol', `SSH-2.0-${WORDS}\r\n`],
    ['a TLS alert', '\x15\x03\x01\x00\x02\x02\x46'],
    ['a page without a status line', `<html>${everything}</html>\r\n\r\n`],
    ['a status of letters', head('', 'abc OK')],
    ['two lengths', head('Content-Length: 5\r\nContent-Length: 6\r\n') + json()],
    ['a length below zero', head('Content-Length: -1\r\n') + json()],
    ['a length and chunks', head('Content-Length: 5\r\nTransfer-Encoding: chunked\r\n') + json()],
    [
      'a chunk whose size is no number',
      `${head('Transfer-Encoding: chunked\r\n')}zz\r\n${json()}\r\n0\r\n\r\n`,
    ],
    [
      'another protocol to go on with',
      head('Upgrade: websocket\r\nConnection: upgrade\r\n', '101 Switching'),
    ],
  ])('%s', async (_, text) => {
    expect(await madeOf(saysAndCloses(text))).toEqual(unavailable)
  })
})

describe('an upstream that says too much is left in the middle', () => {
  /** What was taken of it: no more than what the buffers of two sockets hold. */
  const FEW_MB = 24_000_000

  async function taken(talk: (socket: Socket) => unknown) {
    let written = () => 0
    const answer = await madeOf((socket) => {
      written = () => socket.bytesWritten
      return talk(socket)
    })
    expect(written()).toBeLessThan(FEW_MB)
    return answer
  }

  const megabyte = Buffer.alloc(1_048_576, 0x20)

  it.each<[string, string]>([
    ['that it has announced', 'Content-Length: 104857600\r\n'],
    ['of unknown length', ''],
  ])('a body of 100 MB %s', async (_, fields) => {
    expect(await taken(pours(head(fields) + json(), megabyte))).toEqual(invalid)
  })

  it('a body of chunks without end', async () => {
    const chunk = Buffer.concat([Buffer.from('100000\r\n'), megabyte, Buffer.from('\r\n')])
    expect(await taken(pours(head('Transfer-Encoding: chunked\r\n'), chunk))).toEqual(invalid)
  })

  it('a body where the status has decided already', async () => {
    expect(await taken(pours(head('', '503 Busy'), megabyte))).toEqual(unavailable)
  })

  it('headers without end', async () => {
    expect(await taken(pours('HTTP/1.1 200 OK\r\n', `X-Canary: ${everything}\r\n`.repeat(1000)))).toEqual(
      unavailable,
    )
  })

  it('a header without end', async () => {
    const letters = Buffer.alloc(1_048_576, 'x')
    expect(await taken(pours('HTTP/1.1 200 OK\r\nX-Canary: ', letters))).toEqual(unavailable)
  })

  const bomb = Buffer.alloc(100_000_000, 0x20)
  it.each<[string, () => Buffer]>([
    ['gzip', () => gzipSync(bomb, { level: 1 })],
    ['deflate', () => deflateSync(bomb, { level: 1 })],
    ['br', () => brotliCompressSync(bomb, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } })],
  ])('100 MB in a small body of %s', async (encoding, pack) => {
    const packed = pack()
    expect(packed.length).toBeLessThan(600_000)
    const before = process.memoryUsage().arrayBuffers
    const talk = (socket: Socket) => {
      socket.write(head(`Content-Encoding: ${encoding}\r\n`))
      socket.write(packed)
    }
    expect(await madeOf(talk)).toEqual(invalid)
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50_000_000)
  })

  it('a body that fits while packed and while unpacked is an answer', async () => {
    expect(await madeOf(whole(gzipSync(json()), 'Content-Encoding: gzip\r\n'))).toEqual(answered)
  })
})

describe('an answer whose length lies', () => {
  it('counts as far as the length goes', async () => {
    expect(await madeOf(saysAndCloses(head('Content-Length: 20\r\n') + json()))).toEqual(invalid)
  })

  it('is not taken for the answer to the next question', async () => {
    const evil = (status: string) => JSON.stringify(flat({ status }))
    const { baseUrl } = await startSpeaker((socket) => {
      const first = evil('initiated')
      const second = evil('completed')
      socket.write(`HTTP/1.1 200 OK\r\nContent-Length: ${first.length}\r\n\r\n${first}`)
      socket.write(`HTTP/1.1 200 OK\r\nContent-Length: ${second.length}\r\n\r\n${second}`)
    })
    const proxy = createProxyBefore(baseUrl, { minUpstreamInterval: 0 })
    for (let question = 0; question < 5; question++) {
      const body = (await (await proxy(ask())).json()) as { status?: string; error_code?: string }
      expect(body.status ?? body.error_code).not.toBe('completed')
    }
  })
})

describe('JSON that is made to hurt', () => {
  const deep = (open: string, levels: number, close: string) => open.repeat(levels) + close.repeat(levels)

  it.each<[string, string | Buffer, unknown[]]>([
    ['100,000 lists in each other', deep('[', 100_000, ']'), invalid],
    ['100,000 lists that are never closed', '['.repeat(100_000), invalid],
    ['40,000 objects in each other', deep('{"a":', 40_000, '}').replace('}', '1}'), invalid],
    ['100,000 lists beside the answer', jsonWith(`"x":${deep('[', 100_000, ']')}`), answered],
    ['100,000 lists as its steps', jsonWith(`"steps_completed":${deep('[', 100_000, ']')}`), answered],
    ['100,000 lists in its envelope', `{"success":true,"data":${deep('[', 100_000, ']')}}`, invalid],
    ['20,000 envelopes in each other', `${'{"data":'.repeat(20_000)}${json()}${'}'.repeat(20_000)}`, invalid],
    ['a job_id too large for a number', '{"job_id":1e999,"status":"completed"}', invalid],
    [
      'numbers too large where text is due',
      jsonWith('"updated_at":1e999,"pan":-1e400,"current_step":1e308'),
      answered,
    ],
    ['a number of 200,000 digits', jsonWith(`"x":${'9'.repeat(200_000)}`), answered],
    ['a job_id twice, the last of another job', jsonWith('"job_id":"itr_other"'), invalid],
    ['a job_id twice, the last its own', `{"job_id":"itr_other",${json().slice(1)}`, answered],
    ['a success that is taken back', jsonWith('"success":true,"success":false'), refused],
    ['a refusal that is only a word', jsonWith('"success":"false"'), answered],
    ['a refusal that is null', jsonWith('"success":null'), answered],
    ['a refusal that is 0', jsonWith('"success":0'), answered],
    ['a prototype that answers', `{"__proto__":${json()}}`, invalid],
    [
      'a prototype beside the answer',
      jsonWith('"__proto__":{"status":"completed"},"constructor":7'),
      answered,
    ],
    ['60,000 steps', jsonWith(`"steps_failed":[${'"A",'.repeat(60_000)}"B"]`), answered],
    ['a job_id with space around it', json({ job_id: ` ${JOB_ID} ` }), invalid],
    ['a job_id with a letter that looks alike', json({ job_id: JOB_ID.replace('a', 'а') }), invalid],
    ['a job_id in a list', json({ job_id: [JOB_ID] }), invalid],
    ['a byte order mark before it', `\ufeff${json()}`, answered],
    ['text of UTF-16', Buffer.from(json(), 'utf16le'), invalid],
    [
      'bytes that are no UTF-8 in the job_id',
      Buffer.from(json({ job_id: `${JOB_ID}\xff` }), 'latin1'),
      invalid,
    ],
    ['bytes that are no UTF-8 elsewhere', Buffer.from(json({ message: '\xff\xfe\xc0' }), 'latin1'), answered],
    ['a comment', `/* ${WORDS} */${json()}`, invalid],
    ['two answers', json() + json(), invalid],
    ['JSONP', `canary(${json()})`, invalid],
    ['a text', JSON.stringify(json()), invalid],
    ['a zero byte after it', `${json()}\0`, invalid],
    ['HTML', `<!doctype html><title>${everything}</title>`, invalid],
  ])('%s', async (_, body, answer) => {
    expect(await madeOf(whole(body))).toEqual(answer)
  })

  it.each(['text/html', 'application/json; charset=utf-16', 'image/png', '', 'canary'])(
    'a content type of "%s" changes nothing',
    async (type) => {
      expect(await madeOf(whole(json(), `Content-Type: ${type}\r\n`))).toEqual(answered)
    },
  )
})

describe('a status that is rarely seen', () => {
  it.each<[string, unknown[]]>([
    ['203 Non-Authoritative', answered],
    ['206 Partial Content', answered],
    ['299 x', answered],
    ['300 Multiple Choices', invalid],
    ['305 Use Proxy', invalid],
    ['399 x', invalid],
    ['400 x', invalid],
    // Not an answer to fetch, but a failure of the connection.
    ['407 Proxy Authentication Required', unavailable],
    ['499 x', invalid],
    ['500 x', unavailable],
    ['599 x', unavailable],
    ['600 x', invalid],
    ['999 x', invalid],
  ])('%s', async (statusLine, answer) => {
    expect(await madeOf(whole(json(), '', statusLine))).toEqual(answer)
  })

  it.each(['204 No Content', '205 Reset Content', '304 Not Modified'])(
    '%s has no body',
    async (statusLine) => {
      expect(await madeOf(saysAndCloses(head('Connection: close\r\n', statusLine)))).toEqual(invalid)
    },
  )

  it('hints that come early are not the answer', async () => {
    const talk = (socket: Socket) => {
      socket.write('HTTP/1.1 103 Early Hints\r\nLink: <a>\r\n\r\n')
      whole(json())(socket)
    }
    expect(await madeOf(talk)).toEqual(answered)
  })
})

describe('a redirect is nowhere followed to', () => {
  const codes = [301, 302, 303, 307, 308]

  it.each(codes)('not by a %i to another host, which would get the keys', async (code) => {
    const target = await startUpstream((_, response) => response.end(json()))
    const location = `Location: ${target.baseUrl}\r\n`
    expect(await madeOf(whole(json(), location, `${code} Canary`))).toEqual(invalid)
    expect(target.received).toEqual([])
  })

  // That nobody is asked twice is looked at for every answer.
  it.each(
    codes.flatMap((code) =>
      [
        '/itr-analyzer/status',
        '',
        '?',
        '//',
        'http://[',
        'file:///etc/passwd',
        `https://${KEY}@x.invalid`,
      ].map((location) => [code, location] as const),
    ),
  )('not by a %i to "%s" of the same host', async (code, location) => {
    expect(await madeOf(whole(json(), `Location: ${location}\r\n`, `${code} Canary`))).toEqual(invalid)
  })

  it('nor does one without a target, or with a body that never ends, hold the proxy up', async () => {
    expect(await madeOf(whole('', '', '302 Found'))).toEqual(invalid)
    expect(await madeOf(says(head('Location: /x\r\nContent-Length: 9999\r\n', '307 Canary')))).toEqual(
      invalid,
    )
  })
})

it('text that says it is gzip is broken off, or never comes', async () => {
  const talk = saysAndCloses(head('Content-Encoding: gzip\r\nConnection: close\r\n') + json())
  expect([unavailable, late]).toContainEqual(await madeOf(talk, 150))
})

it('a proxy that has stood all this answers the next question', async () => {
  let isEvil = true
  const { baseUrl } = await startSpeaker((socket) =>
    isEvil ? socket.resetAndDestroy() : whole(json())(socket),
  )
  const proxy = createProxyBefore(baseUrl, { minUpstreamInterval: 0 })
  expect(await errorCodeOf(await proxy(ask()))).toBe('upstream_unavailable')
  isEvil = false
  expect((await proxy(ask())).status).toBe(200)
})
