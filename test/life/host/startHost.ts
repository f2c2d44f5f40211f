import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { createItrStatusProxy } from 'itr-progress/proxy'
import { createItrSimulator, type ItrScenario } from 'itr-progress/testing'
import { listen } from '../../../demo/server/listen.ts'
import { bundlePage } from './bundlePage.ts'

interface HostOptions {
  scenario: ItrScenario
  /** How many times faster than in life the job runs, and is asked about. */
  speed: number
}

/** What the page shows. */
interface Sight {
  at: number
  phase?: string
  /** Where it has just been shown: whether it is the page that was left, or a new one. */
  wasKept?: boolean
}

/** A host with one page, the real proxy and the simulated ITR Analyzer behind it, on one job. */
export async function startHost({ scenario, speed }: HostOptions) {
  // First, since the job is on its way from its start on.
  const script = await bundlePage(new URL('./openPage.tsx', import.meta.url))
  const simulator = createItrSimulator({ speed })
  const jobId = simulator.start(scenario)
  const proxy = createItrStatusProxy({
    apiKey: 'key',
    apiSecret: 'secret',
    resolveJob: (handle) => (handle === 'handle' ? jobId : null),
    minUpstreamInterval: 5_000 / speed,
    upstream: (id, { url, headers, signal }) => {
      askedUpstream.push(Date.now())
      return simulator.fetch(
        new Request(url, { method: 'POST', headers, signal, body: JSON.stringify({ job_id: id }) }),
      )
    },
  })
  const asked: number[] = []
  const askedUpstream: number[] = []
  const seen: Sight[] = []

  const app = new Hono()
  app.get('/', ({ html }) =>
    html(
      `<!doctype html><html lang="en"><title>Host</title><body><script type="module">
        import { openPage } from '/page.js'
        openPage()
      </script>`,
    ),
  )
  // Another page, from which the person goes back after a while.
  app.get('/elsewhere', ({ html, req }) =>
    html(
      `<!doctype html><html lang="en"><title>Elsewhere</title><script>setTimeout(() => history.back(), ${Number(req.query('for'))})</script>`,
    ),
  )
  app.post('/seen', async ({ req, body }) => {
    seen.push({ at: Date.now(), ...(JSON.parse(await req.text()) as Omit<Sight, 'at'>) })
    return body(null, 204)
  })
  app.get('/page.js', ({ body }) => body(script, 200, { 'Content-Type': 'text/javascript' }))
  app.post('/api/itr/status', ({ req }) => {
    asked.push(Date.now())
    return proxy(req.raw)
  })

  const { origin, stop } = await listen(createServer(getRequestListener(app.fetch)), 0)
  const search = new URLSearchParams({ jobId: 'handle', startedAt: String(Date.now()), speed: String(speed) })
  return {
    origin,
    url: `${origin}/?${search}`,
    /** When the proxy was asked, epoch ms. */
    asked,
    /** When the proxy asked the ITR Analyzer. */
    askedUpstream,
    seen,
    stop,
  }
}
