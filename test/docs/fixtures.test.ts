import { createHash, hkdfSync } from 'node:crypto'
import { createItrJobHandles } from 'itr-progress/proxy'
import { jwtDecrypt } from 'jose'
import { describe, expect, it } from 'vitest'
import handles from '../../docs/fixtures/job-handles.json' with { type: 'json' }
import requests from '../../docs/fixtures/requests.json' with { type: 'json' }
import statusResponses from '../../docs/fixtures/status-responses.json' with { type: 'json' }
import upstreamErrors from '../../docs/fixtures/upstream-errors.json' with { type: 'json' }
import { createProxy, createRequest, failOnLogsAndRejections, ORIGIN } from '../proxy/createProxy.ts'

interface Message {
  status: number
  headers?: Record<string, string>
  body: unknown
}

/** An upstream response, and the response of the proxy to the handle of the job. */
interface Exchange {
  name: string
  jobId: string
  upstream: Message
  proxy: Message
}

const toResponse = ({ status, headers = {}, body }: Message) =>
  new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers })

const exchanges: Record<string, Exchange[]> = {
  'status-responses': statusResponses,
  'upstream-errors': upstreamErrors as Exchange[],
}

failOnLogsAndRejections()

/** Compares the parts of a response that a fixture has. All responses have the other headers. */
async function expectMessage(response: Response, { status, headers = {}, body }: Message) {
  expect(response.status).toBe(status)
  for (const name of ['Allow', 'Retry-After']) expect(response.headers.get(name)).toBe(headers[name] ?? null)
  expect(await response.json()).toEqual(body)
}

describe.each(Object.entries(exchanges))('docs/fixtures/%s.json', (_, pairs) => {
  it.each(pairs)('$name', async ({ jobId, upstream, proxy: expected }) => {
    const { proxy } = createProxy({ resolveJob: () => jobId, upstream: () => toResponse(upstream) })
    await expectMessage(await proxy(createRequest()), expected)
  })
})

describe('docs/fixtures/requests.json', () => {
  it.each(requests as { name: string; request: RequestInit; proxy: Message }[])(
    '$name',
    async ({ request, proxy: expected }) => {
      const { proxy } = createProxy({ upstream: () => toResponse(statusResponses[0]!.upstream) })
      await expectMessage(await proxy(new Request(`${ORIGIN}/api/itr/status`, request)), expected)
    },
  )
})

describe('docs/fixtures/job-handles.json', () => {
  const { open } = createItrJobHandles({ secrets: [handles.secret], ttl: 60_000 })

  it('has a handle that opens', async () => {
    expect(await open(handles.handle, handles.subject)).toBe(handles.jobId)
  })

  it.each(handles.allowed)('has a handle that opens: $name', async ({ handle, subject, jobId }) => {
    expect(await open(handle, subject)).toBe(jobId)
  })

  it.each(handles.denied)('has a handle that does not open: $name', async ({ handle, subject }) => {
    expect(await open(handle, subject)).toBeNull()
  })

  it('has the key, key id, header and claims of the handle', async () => {
    const key = Buffer.from(hkdfSync('sha256', handles.secret, '', 'itr-progress job handle', 32))
    const { protectedHeader, payload } = await jwtDecrypt(handles.handle, key)
    expect(handles).toMatchObject({
      key: key.toString('hex'),
      kid: createHash('sha256').update(key).digest('hex').slice(0, 16),
      protectedHeader,
      claims: payload,
    })
  })
})
