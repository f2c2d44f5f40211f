import type { ServerResponse } from 'node:http'
import type { ItrProxyEvent } from 'itr-progress/proxy'
import { startOnLoopback } from './startOnLoopback.ts'

export interface UpstreamCall {
  method: string | undefined
  path: string | undefined
  headers: NodeJS.Dict<string | string[]>
  body: string
}

type Answer = (response: ServerResponse, jobId: string) => void

/** Of no answer that a browser gets. */
export const CANARIES = {
  pan: 'QWERT1234Y',
  documentId: 'doc_canary',
  errorMessage: 'canary: upstream text',
  reportUrl: 'https://reports.example/canary.pdf',
  header: 'canary-header',
}

/** An answer of the ITR Analyzer with everything in it that must not come out. */
export const answerWith =
  (fields: Record<string, unknown> = {}): Answer =>
  (response, jobId) => {
    response.writeHead(200, {
      'Content-Type': 'application/json',
      'Set-Cookie': `session=${CANARIES.header}`,
      'X-Upstream': CANARIES.header,
      'Access-Control-Allow-Origin': '*',
    })
    response.end(
      JSON.stringify({
        doc_id: CANARIES.documentId,
        job_id: jobId,
        status: 'processing',
        current_step: 'download_profile',
        steps_completed: ['create_client'],
        steps_failed: [],
        error_message: CANARIES.errorMessage,
        pan: CANARIES.pan,
        created_at: '2026-04-07T11:24:14.383000',
        updated_at: '2026-04-07T11:24:20.262000',
        completed_at: null,
        pdf_report_url: CANARIES.reportUrl,
        ...fields,
      }),
    )
  }

const unknown: Answer = (response) => {
  response.writeHead(404, { 'Content-Type': 'application/json' })
  response.end(JSON.stringify({ success: false, message: CANARIES.errorMessage }))
}

/** The ITR Analyzer on loopback, and beside it the place where a host keeps its audit trail. */
export async function startAnalyzer() {
  const answers = new Map<string, Answer>()
  const calls: (UpstreamCall & { jobId: string })[] = []
  const events: (ItrProxyEvent & { requestId: string | null })[] = []

  const server = await startOnLoopback((request, response) => {
    let body = ''
    request.on('data', (chunk) => (body += chunk))
    request.on('end', () => {
      if (request.url === '/audit') {
        events.push(JSON.parse(body) as (typeof events)[number])
        response.end()
        return
      }
      const { job_id: jobId } = JSON.parse(body) as { job_id: string }
      calls.push({ jobId, method: request.method, path: request.url, headers: request.headers, body })
      const answer = answers.get(jobId) ?? unknown
      answer(response, jobId)
    })
  })

  return {
    settings: { baseUrl: `${server.origin}/api/v1`, auditUrl: `${server.origin}/audit` },
    /** A job that nobody has asked for yet. */
    begin(answer: Answer = answerWith()) {
      const name = `${answers.size}-${crypto.randomUUID()}`
      const job = { handle: `handle-${name}`, jobId: `itr_job_${name}` }
      answers.set(job.jobId, answer)
      return job
    },
    callsFor: ({ jobId }: { jobId: string }) => calls.filter((call) => call.jobId === jobId),
    events,
    stop: server.stop,
  }
}
