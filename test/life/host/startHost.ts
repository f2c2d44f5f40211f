import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { createItrStatusProxy } from 'itr-progress/proxy'
import { createItrSimulator, type ItrScenario } from 'itr-progress/testing'
import { listen } from '../../../demo/server/listen.ts'
import { bundlePage } from './bundlePage.ts'

interface HostOptions {
  scenario: ItrScenario
  /** Factor by which the job and the polls are faster than real time. */
  speed: number
}

interface PageReport {
  /** Epoch ms. */
  at: number
  phase?: string
  /** In `pageshow`: whether the page comes from the back-forward cache. */
  wasRestored?: boolean
}

const toPage = (title: string, script: string) =>
  `<!doctype html><html lang="en"><title>${title}</title><body><script type="module">${script}</script>`

/** Starts a host with one page, the real proxy and a simulated upstream, on one job. */
export async function startHost({ scenario, speed }: HostOptions) {
  // Bundled before the job starts, since its time runs from then on.
  const script = await bundlePage(new URL('./openPage.tsx', import.meta.url))
  const simulator = createItrSimulator({ speed })
  const jobId = simulator.start(scenario)
  /** Times of the requests to the proxy, epoch ms. */
  const requests: number[] = []
  /** Times of the proxy's requests to the upstream, epoch ms. */
  const upstreamRequests: number[] = []
  const seen: PageReport[] = []
  const proxy = createItrStatusProxy({
    apiKey: 'key',
    apiSecret: 'secret',
    resolveJob: (handle) => (handle === 'handle' ? jobId : null),
    minUpstreamInterval: 5_000 / speed,
    upstream: (id, { url, headers, signal }) => {
      upstreamRequests.push(Date.now())
      return simulator.fetch(
        new Request(url, { method: 'POST', headers, signal, body: JSON.stringify({ job_id: id }) }),
      )
    },
  })

  const app = new Hono()
  app.get('/', ({ html }) => html(toPage('Host', `import { openPage } from '/page.js'; openPage()`)))
  app.get('/elsewhere', ({ html, req }) =>
    html(toPage('Elsewhere', `setTimeout(() => history.back(), ${Number(req.query('for'))})`)),
  )
  app.post('/seen', async ({ req, body }) => {
    seen.push({ at: Date.now(), ...(JSON.parse(await req.text()) as Omit<PageReport, 'at'>) })
    return body(null, 204)
  })
  app.get('/page.js', ({ body }) => body(script, 200, { 'Content-Type': 'text/javascript' }))
  app.post('/api/itr/status', ({ req }) => {
    requests.push(Date.now())
    return proxy(req.raw)
  })

  const { origin, stop } = await listen(createServer(getRequestListener(app.fetch)), 0)
  const search = new URLSearchParams({ jobId: 'handle', startedAt: String(Date.now()), speed: String(speed) })
  return { origin, url: `${origin}/?${search}`, requests, upstreamRequests, seen, stop }
}
