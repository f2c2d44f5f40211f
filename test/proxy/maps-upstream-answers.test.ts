import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { ask, createProxy, createProxyBefore, errorCodeOf, flat, JOB_ID } from './asking.ts'
import { startUpstream } from './startUpstream.ts'

const refused = { success: false, message: 'canary', error_code: 'CANARY' }

/** What the proxy makes of what a real server answers. */
async function madeOf(status: number, body: unknown, headers: Record<string, string> = {}) {
  const { baseUrl } = await startUpstream((_, response) =>
    response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body)),
  )
  const response = await createProxyBefore(baseUrl)(ask())
  return [response.status, await errorCodeOf(response)]
}

describe('a failure of the upstream has one documented answer', () => {
  it.each([
    [500, 'x', [502, 'upstream_unavailable']],
    [502, refused, [502, 'upstream_unavailable']],
    [503, flat(), [502, 'upstream_unavailable']],
    [599, {}, [502, 'upstream_unavailable']],
    [429, refused, [429, 'rate_limited']],
    [429, 'slow down', [429, 'rate_limited']],
    [404, refused, [404, 'not_found']],
    [410, refused, [404, 'not_found']],
    [404, '<h1>Not Found</h1>', [502, 'upstream_invalid']],
    [404, { success: true }, [502, 'upstream_invalid']],
    [410, '', [502, 'upstream_invalid']],
    [401, refused, [502, 'upstream_refused']],
    [401, '', [502, 'upstream_refused']],
    [403, '<h1>Forbidden</h1>', [502, 'upstream_refused']],
    [200, refused, [502, 'upstream_refused']],
    [201, refused, [502, 'upstream_refused']],
    [299, refused, [502, 'upstream_refused']],
    [400, refused, [502, 'upstream_refused']],
    [408, refused, [502, 'upstream_refused']],
    [422, refused, [502, 'upstream_refused']],
    [499, refused, [502, 'upstream_refused']],
    [400, flat(), [502, 'upstream_invalid']],
    [402, '', [502, 'upstream_invalid']],
    [451, 'null', [502, 'upstream_invalid']],
    [204, '', [502, 'upstream_invalid']],
    [304, '', [502, 'upstream_invalid']],
    [200, '', [502, 'upstream_invalid']],
    [200, '<html>', [502, 'upstream_invalid']],
    [200, '{"job_id":', [502, 'upstream_invalid']],
    [200, null, [502, 'upstream_invalid']],
    [200, [], [502, 'upstream_invalid']],
    [200, { success: true }, [502, 'upstream_invalid']],
    [200, { job_id: JOB_ID }, [502, 'upstream_invalid']],
    [200, { status: 'completed' }, [502, 'upstream_invalid']],
    [200, flat({ status: 7 }), [502, 'upstream_invalid']],
    [200, flat({ job_id: 'itr_of_somebody_else' }), [502, 'upstream_invalid']],
    [200, { success: true, data: flat({ job_id: 'itr_of_somebody_else' }) }, [502, 'upstream_invalid']],
    [200, flat({ job_id: JOB_ID.toUpperCase() }), [502, 'upstream_invalid']],
  ])('%i %j', async (status, body, answer) => {
    expect(await madeOf(status, body)).toEqual(answer)
  })

  it('a wrong type of content does not matter, the content does', async () => {
    expect(await madeOf(200, flat(), { 'Content-Type': 'text/html' })).toEqual([200, undefined])
  })
})

describe('a redirect is not followed', () => {
  it.each([301, 302, 303, 307, 308])('%i', async (status) => {
    const target = await startUpstream((_, response) => response.end(JSON.stringify(flat())))
    expect(await madeOf(status, flat(), { Location: target.baseUrl })).toEqual([502, 'upstream_invalid'])
    expect(target.received).toEqual([])
  })

  it("nor is one believed that a host's own upstream has followed", async () => {
    const target = await startUpstream((_, response) => response.end(JSON.stringify(flat())))
    const { baseUrl } = await startUpstream((_, response) =>
      response.writeHead(303, { Location: target.baseUrl }).end(),
    )
    const { proxy } = createProxy({ upstream: () => fetch(baseUrl) })
    expect(await errorCodeOf(await proxy(ask()))).toBe('upstream_invalid')
    expect(target.received).toHaveLength(1)
  })
})

it.each([302, 404, 410])('a %i that a redirect has led to says nothing of the job', async (status) => {
  const upstream = () =>
    Object.defineProperty(Response.json(refused, { status }), 'redirected', { value: true })
  const response = await createProxy({ upstream }).proxy(ask())
  expect([response.status, await errorCodeOf(response)]).toEqual([502, 'upstream_invalid'])
})

it.each([0, 99, 100, 199, 600, 999, NaN, undefined])(
  'a status of %s, which only a host’s own upstream can give, is no answer',
  async (status) => {
    for (const said of [flat(), refused]) {
      const { headers, body } = Response.json(said)
      const upstream = () => ({ status, headers, body }) as Response
      const response = await createProxy({ upstream }).proxy(ask())
      expect([response.status, await errorCodeOf(response)]).toEqual([502, 'upstream_invalid'])
    }
  },
)

it('nor is the Response of an error, which has a status of 0 as a redirect has in a browser', async () => {
  const { proxy } = createProxy({ upstream: () => Response.error() })
  expect(await errorCodeOf(await proxy(ask()))).toBe('upstream_invalid')
})

describe('an upstream that is not there', () => {
  it('a refused connection is a 502', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    server.close()
    await once(server, 'close')
    const proxy = createProxyBefore(`http://127.0.0.1:${port}`)
    expect(await errorCodeOf(await proxy(ask()))).toBe('upstream_unavailable')
  })

  it('a reset is a 502', async () => {
    const { baseUrl } = await startUpstream((request) => request.socket.resetAndDestroy())
    const proxy = createProxyBefore(baseUrl)
    expect(await errorCodeOf(await proxy(ask()))).toBe('upstream_unavailable')
  })

  it.each([200, 400, 404])('a body of a %i that breaks off is a 502', async (status) => {
    const { baseUrl } = await startUpstream((request, response) => {
      response.writeHead(status, { 'Content-Length': '1000' })
      response.write(JSON.stringify(flat()))
      setTimeout(() => request.socket.resetAndDestroy(), 20)
    })
    const response = await createProxyBefore(baseUrl)(ask())
    expect([response.status, await errorCodeOf(response)]).toEqual([502, 'upstream_unavailable'])
  })
})

describe('at most 256 KB are read', () => {
  const padded = (size: number) => JSON.stringify(flat()).padEnd(size)

  it('262144 bytes are an answer, one more is none', async () => {
    expect(await madeOf(200, padded(262_144))).toEqual([200, undefined])
    expect(await madeOf(200, padded(262_145))).toEqual([502, 'upstream_invalid'])
  })

  it('an answer without end is left, and its connection closed', async () => {
    let isClosed = false
    const { baseUrl } = await startUpstream((_, response) => {
      const chunk = ' '.repeat(65_536)
      const go = () => {
        while (!isClosed && response.write(chunk));
      }
      response.on('drain', go).on('close', () => (isClosed = true))
      go()
    })
    const response = await createProxyBefore(baseUrl)(ask())
    expect(await errorCodeOf(response)).toBe('upstream_invalid')
    await expect.poll(() => isClosed).toBe(true)
  })

  it('the size counts what was unpacked', async () => {
    const { baseUrl } = await startUpstream((_, response) =>
      response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync(padded(1_000_000))),
    )
    const response = await createProxyBefore(baseUrl)(ask())
    expect(await errorCodeOf(response)).toBe('upstream_invalid')
  })
})

describe('where the status decides, the body is not waited for', () => {
  it.each([
    [500, 502],
    [429, 429],
    [401, 502],
    [302, 502],
  ])('%i', async (status, answer) => {
    let isClosed = false
    const { baseUrl } = await startUpstream((_, response) => {
      response.on('close', () => (isClosed = true))
      response.writeHead(status).write('a body that never ends')
    })
    const proxy = createProxyBefore(baseUrl)
    expect((await proxy(ask())).status).toBe(answer)
    await expect.poll(() => isClosed).toBe(true)
  })

  it('a body that will not be cancelled breaks nothing', async () => {
    const body = new ReadableStream({
      cancel() {
        throw new Error('no')
      },
    })
    const { proxy } = createProxy({ upstream: () => new Response(body, { status: 503 }) })
    expect((await proxy(ask())).status).toBe(502)
  })
})
