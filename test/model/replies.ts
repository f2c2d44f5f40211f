import type { JobName } from './createWorld.tsx'

export const RAW_PAN = 'ABCDE1234F'

/** What the proxy says to whoever asks next. */
export type Reply =
  | { kind: 'initiated' | 'completed' | 'failed' | 'garbage' | 'refused' | 'network' | 'hang' | 'cut' }
  | { kind: 'processing' | 'older'; step: number }
  | { kind: 'http'; status: number; retryAfter?: number }

export type Outcome = 'answer' | 'transient' | 'doubtful' | 'permanent'

/** Invariant 6, as the design says it. */
export function classify(reply: Reply): Outcome {
  switch (reply.kind) {
    case 'garbage':
    case 'refused':
      return 'doubtful'
    case 'network':
    case 'hang':
    case 'cut':
      return 'transient'
    case 'http':
      return [408, 425, 429].includes(reply.status) || reply.status >= 500
        ? 'transient'
        : reply.status >= 400
          ? 'permanent'
          : 'doubtful'
    default:
      return 'answer'
  }
}

const STEPS = ['create_client', 'download_profile', 'download_itr', 'download_26as', 'download_ais']
const CREATED = Date.parse('2026-04-07T11:23:00Z')

export async function respond(job: JobName, reply: Reply): Promise<Response> {
  const answer = (status: string, step: number, older = 0) =>
    Response.json({
      job_id: job,
      status,
      current_step: STEPS[step] ?? null,
      steps_completed: STEPS.slice(0, step),
      pan: RAW_PAN,
      created_at: new Date(CREATED).toISOString(),
      updated_at: new Date(CREATED + (step - older) * 1000).toISOString(),
    })
  switch (reply.kind) {
    case 'initiated':
      return answer('initiated', 0)
    case 'processing':
      return answer('processing', reply.step)
    case 'older':
      return answer('processing', reply.step, 60)
    case 'completed':
      return answer('completed', STEPS.length)
    case 'failed':
      return answer('failed', 1)
    case 'garbage':
      return new Response('<!doctype html><title>Sign in</title>', {
        headers: { 'Content-Type': 'text/html' },
      })
    case 'refused':
      return Response.json({ success: false, error_code: 'NO', message: `no ${RAW_PAN}` })
    case 'network':
      throw new TypeError('Failed to fetch')
    case 'cut':
      return new Response(
        new ReadableStream({ start: (controller) => controller.error(new TypeError('network error')) }),
      )
    case 'hang':
      throw new Error('this one never answers')
    case 'http':
      return new Response('{}', {
        status: reply.status,
        headers: reply.retryAfter === undefined ? {} : { 'Retry-After': String(reply.retryAfter) },
      })
  }
}
