import type { JobName } from './createWorld.tsx'

export const RAW_PAN = 'ABCDE1234F'

/** The reply of the proxy to the next requests. */
export type Reply =
  | { kind: 'initiated' | 'completed' | 'failed' | 'garbage' | 'refused' | 'network' | 'hang' | 'cut' }
  | { kind: 'processing' | 'older'; step: number }
  | { kind: 'http'; status: number; retryAfter?: number }

export type Outcome = 'status' | 'transient' | 'doubtful' | 'permanent'

/** Returns the kind of error by the table of invariant 6, without the code under test. */
export function classify(reply: Reply): Outcome {
  if (reply.kind === 'http') {
    if ([408, 425, 429].includes(reply.status) || reply.status >= 500) return 'transient'
    return reply.status >= 400 ? 'permanent' : 'doubtful'
  }
  if (['garbage', 'refused'].includes(reply.kind)) return 'doubtful'
  return ['network', 'hang', 'cut'].includes(reply.kind) ? 'transient' : 'status'
}

const STEPS = ['create_client', 'download_profile', 'download_itr', 'download_26as', 'download_ais']
const CREATED = Date.parse('2026-04-07T11:23:00Z')

export async function respond(job: JobName, reply: Reply): Promise<Response> {
  const status = (status: string, step: number, secondsOld = 0) =>
    Response.json({
      job_id: job,
      status,
      current_step: STEPS[step] ?? null,
      steps_completed: STEPS.slice(0, step),
      pan: RAW_PAN,
      created_at: new Date(CREATED).toISOString(),
      updated_at: new Date(CREATED + (step - secondsOld) * 1000).toISOString(),
    })
  switch (reply.kind) {
    case 'initiated':
      return status('initiated', 0)
    case 'processing':
      return status('processing', reply.step)
    case 'older':
      return status('processing', reply.step, 60)
    case 'completed':
      return status('completed', STEPS.length)
    case 'failed':
      return status('failed', 1)
    case 'garbage':
      return new Response('<!doctype html><title>Log in</title>', {
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
      throw new Error('a hanging request gets no response')
    case 'http': {
      const headers: HeadersInit = reply.retryAfter ? { 'Retry-After': String(reply.retryAfter) } : {}
      return new Response('{}', { status: reply.status, headers })
    }
  }
}
