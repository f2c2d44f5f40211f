import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const POLLS = 25_000

/** Random numbers that are the same in each run. */
let seed = 20_260_407
const random = (limit: number) => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
  return Math.floor((seed / 2 ** 32) * limit)
}
const pick = <T>(...choices: readonly T[]): T => choices[random(choices.length)]!

const coders: Readonly<Record<string, (body: Buffer) => Buffer>> = {
  gzip: gzipSync,
  deflate: (body) => pick(deflateSync, deflateRawSync)(body),
  br: brotliCompressSync,
}

function createBody(jobId: string): Buffer {
  const json = JSON.stringify({ job_id: jobId, status: pick<unknown>('processing', 'completed', 'odd', 7) })
  return Buffer.from(
    pick(json, json, `${json}${' '.repeat(270_000)}`, json.slice(0, -5), '{"success":false}', ''),
  )
}

/** Creates a response in which anything may be wrong: status, framing, codings, length, and where it breaks off. */
function createResponse(jobId: string): Buffer {
  const codings = pick([], [], ['gzip'], ['br'], ['deflate'], ['odd'], Array<string>(6).fill('gzip'))
  const isHonest = random(3) > 0
  const plain = createBody(jobId)
  const body = isHonest ? codings.reduce((body, coding) => coders[coding]?.(body) ?? body, plain) : plain
  const framing = pick(
    `Content-Length: ${body.length}`,
    `Content-Length: ${body.length + pick(-1, 1, 50)}`,
    'Transfer-Encoding: chunked',
    'Connection: close',
  )
  const isChunked = framing.startsWith('Transfer')
  const status = pick(
    '200 OK',
    '200 OK',
    '200 OK',
    '204 No',
    '206 P',
    '304 N',
    '401 U',
    '429 T',
    '500 E',
    '101 S',
    '99 X',
    '999 X',
  )
  const head = [
    `HTTP/1.1 ${status}`,
    codings.length > 0 ? `Content-Encoding: ${codings.join(', ')}` : 'X-A: b',
    framing,
    pick('X-B: c', 'Retry-After: 9', 'Location: /', 'Connection: upgrade\r\nUpgrade: h2c', 'X\u0000: d'),
  ]
  const chunks = isChunked
    ? [Buffer.from(`${body.length.toString(16)}\r\n`), body, Buffer.from('\r\n0\r\n\r\n')]
    : [body]
  const whole = Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), ...chunks])
  return random(4) > 0 ? whole : whole.subarray(0, random(whole.length))
}

function respond(socket: Socket, jobId: string) {
  socket.write(createResponse(jobId))
  // Some connections stay open: the response is complete, or the proxy waits until its time limit.
  const end = pick('end', 'end', 'reset', 'reset', 'end', 'end', 'end', 'open')
  if (end === 'end') socket.end()
  else if (end === 'reset') setTimeout(() => socket.resetAndDestroy(), random(3))
}

const server = createServer((socket) => {
  let request = ''
  socket.on('error', () => {})
  socket.setEncoding('latin1').on('data', (text: string) => {
    request += text
    const jobId = /\{"job_id":"([^"]+)"\}$/.exec(request)?.[1]
    if (!jobId) return
    request = ''
    respond(socket, jobId)
  })
})
const folder = mkdtempSync(join(tmpdir(), 'itr-progress-fuzz-'))

beforeAll(async () => {
  await build({
    logLevel: 'error',
    configFile: false,
    build: {
      ssr: new URL('child.ts', import.meta.url).pathname,
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: { output: { entryFileNames: 'child.mjs' } },
    },
    ssr: { noExternal: true },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('proxy on Node', () => {
  it('responds to each poll and stays alive, whatever the upstream sends', async () => {
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const child = spawn(process.execPath, [join(folder, 'child.mjs'), baseUrl, String(POLLS), '64'], {
      env: { ...process.env, NODE_ENV: 'production' },
    })
    let [output, errors] = ['', '']
    child.stdout.on('data', (data: Buffer) => (output += data.toString()))
    child.stderr.on('data', (data: Buffer) => (errors += data.toString()))
    const code = await new Promise((resolve) => child.on('exit', resolve))
    expect([code, errors]).toEqual([0, ''])
    const counts = JSON.parse(output) as Record<string, number>
    expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(POLLS)
    expect(Object.keys(counts).sort()).toEqual([
      'rate_limited',
      'status',
      'upstream_invalid',
      'upstream_refused',
      'upstream_timeout',
      'upstream_unavailable',
    ])
  }, 300_000)
})
