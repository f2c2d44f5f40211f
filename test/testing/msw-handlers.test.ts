import { http } from 'msw'
import { setupServer } from 'msw/node'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createItrStatusProxy } from '../../src/proxy/index.ts'
import { createItrStatusProxy as createNodeProxy } from '../../src/proxy/node/createItrStatusProxy.ts'
import { itrHandlers } from '../../src/testing/msw/itrHandlers.ts'
import { itrProxyHandlers } from '../../src/testing/msw/itrProxyHandlers.ts'
import { BASE_URL, KEYS, PROXY_URL, simulateJob } from './simulateJob.ts'

const server = setupServer()

/** Intercepts requests to the handlers. Every other request gets the text "other". */
function listen(handlers: ReturnType<typeof itrHandlers>) {
  server.use(
    ...handlers,
    http.all('*', () => new Response('other')),
  )
  server.listen()
}
afterEach(() => {
  server.close()
  server.resetHandlers()
})

const keys = { apiKey: 'key', apiSecret: 'secret' }

const post = (url: string, body: object, init: RequestInit = {}) =>
  fetch(url, {
    method: 'POST',
    body: JSON.stringify(body),
    ...init,
    headers: { 'Content-Type': 'application/json', ...init.headers },
  })

describe('itrProxyHandlers', () => {
  it.each([PROXY_URL, new URL(PROXY_URL), '*/api/itr/status'])('serve the proxy at %s', async (url) => {
    const { simulator, jobId: job_id } = simulateJob(keys)
    listen(itrProxyHandlers(simulator, url))
    const response = await post(PROXY_URL, { job_id })
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ job_id, status: 'initiated', pan: 'ABCDE****F' })
    expect((await fetch(PROXY_URL)).status).toBe(405)
    expect((await post(PROXY_URL, { job_id: 'nobody' })).status).toBe(404)
    expect(await (await fetch('https://bank.example/api/other')).text()).toBe('other')
  })

  it('allow an abort, without an error in the console', async () => {
    const logged = vi.spyOn(console, 'error')
    const { simulator, jobId } = simulateJob({ latency: 100 })
    listen(itrProxyHandlers(simulator, PROXY_URL))
    const controller = new AbortController()
    const response = post(PROXY_URL, { job_id: jobId }, { signal: controller.signal })
    const rejected = expect(response).rejects.toMatchObject({ name: 'AbortError' })
    await vi.waitFor(() => expect(simulator.calls).toHaveLength(1), { interval: 1 })
    controller.abort()
    await rejected
    await new Promise((resolve) => setTimeout(resolve, 150))
    expect(logged).not.toHaveBeenCalled()
  })
})

describe('itrHandlers', () => {
  it.each([BASE_URL, `${BASE_URL}/`, new URL(BASE_URL), 'http://127.0.0.1:4010'])(
    'serve the ITR Analyzer at %s',
    async (baseUrl) => {
      const { simulator } = simulateJob(keys)
      listen(itrHandlers(simulator, baseUrl))
      const base = String(baseUrl).replace(/\/$/, '')
      const analyzed = await post(
        `${base}/itr-analyzer/analyze`,
        { username: 'ABCDE1234F', password: 'pw' },
        { headers: KEYS },
      )
      const { data } = (await analyzed.json()) as { data: { job_id: string } }
      const status = await post(`${base}/itr-analyzer/status`, data, { headers: KEYS })
      expect(await status.json()).toMatchObject({
        success: true,
        data: { job_id: data.job_id, status: 'initiated' },
      })
      expect((await post(`${base}/itr-analyzer/data`, data, { headers: KEYS })).status).toBe(409)
      expect((await post(`${base}/itr-analyzer/status`, data)).status).toBe(401)
      expect((await post(`${base}/itr-analyzer/other`, data, { headers: KEYS })).status).toBe(404)
      expect(await (await fetch(`${base}/other`)).text()).toBe('other')
    },
  )

  it.each([
    ['fetch', createItrStatusProxy],
    ['node:https', createNodeProxy],
  ])('serve the default upstream of a proxy over %s', async (_, createProxy) => {
    const { simulator, jobId } = simulateJob(keys)
    listen(itrHandlers(simulator, BASE_URL))
    const proxy = createProxy({ ...keys, resolveJob: () => jobId })
    const job = await proxy.getJob('handle', new Request(PROXY_URL))
    expect(job).toMatchObject({ jobId: 'handle', status: 'initiated' })
  })
})
