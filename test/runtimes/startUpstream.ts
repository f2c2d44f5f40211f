import type { ServerResponse } from 'node:http'
import type { ItrProxyEvent } from 'itr-progress/proxy'
import { startOnLoopback } from '../startOnLoopback.ts'

interface UpstreamCall {
  jobId: string
  method: string | undefined
  path: string | undefined
  headers: NodeJS.Dict<string | string[]>
  body: string
}

type Respond = (response: ServerResponse, jobId: string) => void

const canary = 'canary: upstream text'

/** The proxy must not pass on any of these. */
export const CANARIES = [
  'QWERT1234Y',
  'doc_canary',
  canary,
  'https://reports.example/canary.pdf',
  'canary-header',
]

const [pan, doc_id, , pdf_report_url, header = ''] = CANARIES

/** Sends a job with all canaries. */
export const respondWith =
  (fields: Record<string, unknown> = {}): Respond =>
  (response, jobId) => {
    response.writeHead(200, {
      'Content-Type': 'application/json',
      'Set-Cookie': `session=${header}`,
      'X-Upstream': header,
      'Access-Control-Allow-Origin': '*',
    })
    response.end(
      JSON.stringify({
        doc_id,
        job_id: jobId,
        status: 'processing',
        current_step: 'download_profile',
        steps_completed: ['create_client'],
        steps_failed: [],
        error_message: canary,
        pan,
        created_at: '2026-04-07T11:24:14.383000',
        updated_at: '2026-04-07T11:24:20.262000',
        completed_at: null,
        pdf_report_url,
        ...fields,
      }),
    )
  }

const respondNotFound: Respond = (response) =>
  response.writeHead(404).end(JSON.stringify({ success: false, message: canary }))

/** Starts an upstream on loopback. It also receives the events of the host. */
export async function startUpstream() {
  const jobs = new Map<string, Respond>()
  const calls: UpstreamCall[] = []
  const events: (ItrProxyEvent & { requestId: string | null })[] = []

  const server = await startOnLoopback((request, response) => {
    let body = ''
    request.on('data', (chunk) => (body += chunk))
    request.on('end', () => {
      if (request.url === '/audit') {
        events.push(JSON.parse(body) as (typeof events)[number])
        return void response.end()
      }
      const { job_id: jobId } = JSON.parse(body) as { job_id: string }
      calls.push({ jobId, method: request.method, path: request.url, headers: request.headers, body })
      const respond = jobs.get(jobId) ?? respondNotFound
      respond(response, jobId)
    })
  })

  return {
    settings: { baseUrl: `${server.origin}/api/v1`, auditUrl: `${server.origin}/audit` },
    /** Starts a job. `respond` responds to the calls for it. */
    startJob(respond: Respond = respondWith()) {
      const name = `${jobs.size}-${crypto.randomUUID()}`
      const job = { handle: `handle-${name}`, jobId: `itr_job_${name}` }
      jobs.set(job.jobId, respond)
      return job
    },
    callsFor: ({ jobId }: { jobId: string }) => calls.filter((call) => call.jobId === jobId),
    events,
    stop: server.stop,
  }
}
