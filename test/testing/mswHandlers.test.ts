import { http } from 'msw'
import { setupServer } from 'msw/node'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createItrStatusProxy } from '../../src/proxy/createItrStatusProxy.ts'
import { createItrSimulator } from '../../src/testing/simulator/createItrSimulator.ts'
import { itrHandlers } from '../../src/testing/msw/itrHandlers.ts'
import { itrProxyHandlers } from '../../src/testing/msw/itrProxyHandlers.ts'
import { BASE_URL, KEYS, PROXY_URL } from './asking.ts'

const server = setupServer()
const listen = (...handlers: ReturnType<typeof itrHandlers>) => {
  server.use(...handlers)
  server.listen({ onUnhandledRequest: 'error' })
}
afterEach(() => {
  server.close()
  server.resetHandlers()
})

const post = (url: string, body: object, headers: Record<string, string> = {}) =>
  fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })

describe('itrProxyHandlers', () => {
  it.each([PROXY_URL, new URL(PROXY_URL), '*/api/itr/status'])(
    'answer as our proxy does at %s',
    async (url) => {
      const simulator = createItrSimulator({ apiKey: 'key', apiSecret: 'secret' })
      listen(...itrProxyHandlers(simulator, url))
      const job_id = simulator.start()
      const response = await post(PROXY_URL, { job_id })
      expect(response.status).toBe(200)
      expect(await response.json()).toMatchObject({ job_id, status: 'initiated', pan: 'ABCDE****F' })
      expect((await fetch(PROXY_URL)).status).toBe(405)
      expect((await post(PROXY_URL, { job_id: 'nobody' })).status).toBe(404)
    },
  )

  it('leave other URLs alone', async () => {
    listen(
      ...itrProxyHandlers(createItrSimulator(), PROXY_URL),
      http.all('*', () => new Response('other')),
    )
    expect(await (await fetch('https://bank.example/api/other')).text()).toBe('other')
  })

  it('let a request be aborted', async () => {
    const simulator = createItrSimulator({ latency: 500 })
    listen(...itrProxyHandlers(simulator, PROXY_URL))
    const controller = new AbortController()
    const answer = fetch(PROXY_URL, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ job_id: simulator.start() }),
      signal: controller.signal,
    })
    const rejected = expect(answer).rejects.toMatchObject({ name: 'AbortError' })
    await vi.waitFor(() => expect(simulator.calls).toHaveLength(1), { interval: 1 })
    controller.abort()
    await rejected
  })
})

describe('itrHandlers', () => {
  it.each([BASE_URL, `${BASE_URL}/`, new URL(BASE_URL), 'http://127.0.0.1:4010'])(
    'are the upstream at %s',
    async (baseUrl) => {
      const simulator = createItrSimulator({ apiKey: 'key', apiSecret: 'secret' })
      listen(...itrHandlers(simulator, baseUrl))
      const base = String(baseUrl).replace(/\/$/, '')
      const begun = await post(
        `${base}/itr-analyzer/analyze`,
        { username: 'ABCDE1234F', password: 'pw' },
        KEYS,
      )
      const { data } = (await begun.json()) as { data: { job_id: string } }
      expect(await (await post(`${base}/itr-analyzer/status`, data, KEYS)).json()).toMatchObject({
        success: true,
        data: { job_id: data.job_id, status: 'initiated' },
      })
      expect((await post(`${base}/itr-analyzer/data`, data, KEYS)).status).toBe(409)
      expect((await post(`${base}/itr-analyzer/status`, data)).status).toBe(401)
      expect((await post(`${base}/itr-analyzer/other`, data, KEYS)).status).toBe(404)
    },
  )

  it('stand behind a proxy of the host', async () => {
    const simulator = createItrSimulator({ apiKey: 'key', apiSecret: 'secret' })
    listen(...itrHandlers(simulator, BASE_URL))
    const proxy = createItrStatusProxy({ apiKey: 'key', apiSecret: 'secret', resolveJob: () => jobId })
    const jobId = simulator.start()
    expect(await proxy.getJob('handle', new Request(PROXY_URL))).toMatchObject({
      jobId: 'handle',
      status: 'initiated',
    })
  })

  it('leave other URLs alone', async () => {
    listen(
      ...itrHandlers(createItrSimulator(), BASE_URL),
      http.all('*', () => new Response('other')),
    )
    expect(await (await fetch('https://api.finpass.ai/api/v1/other')).text()).toBe('other')
  })
})
