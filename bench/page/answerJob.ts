/** Duration of a request, in ms. */
const LATENCY = 300

/** End of each step, in ms since the start of the job, as in the scenario `happy`. The last one completes the job. */
const STEPS = {
  create_client: 6_000,
  download_profile: 14_000,
  download_itr: 26_000,
  download_26as: 37_000,
  download_ais: 48_000,
}

/** Id of a job that stays at its second step. Each response has a newer `updated_at`. */
export const ENDLESS = 'endless'

/** Start of each job, in epoch ms. */
const startedAt: Record<string, number> = {}

export let requests = 0

/** Replaces `fetch`: the host's proxy without a network. It knows every job id, and the jobs differ in age. */
export async function answerJob(_: unknown, init?: RequestInit): Promise<Response> {
  const number = requests++
  await new Promise((resolve) => setTimeout(resolve, LATENCY))
  const { job_id } = JSON.parse(init?.body as string) as { job_id: string }
  const now = Date.now()
  // The ages differ, so that the jobs do not change step at the same time.
  startedAt[job_id] ??= now - ((number * 617) % 5_000)
  return Response.json({ job_id, ...statusAt(startedAt[job_id], now, job_id === ENDLESS) })
}

function statusAt(startedAt: number, now: number, isEndless: boolean) {
  const ends = Object.entries(STEPS).map(([step, end]) => [step, startedAt + end] as const)
  const done = ends.slice(0, isEndless ? 1 : ends.length).filter(([, end]) => end <= now)
  const isComplete = done.length === ends.length
  const updatedAt = new Date(isEndless ? now : (done.at(-1)?.[1] ?? startedAt)).toISOString()
  return {
    status: isComplete ? 'completed' : done.length > 0 ? 'processing' : 'initiated',
    current_step: ends[done.length]?.[0] ?? null,
    steps_completed: done.map(([step]) => step),
    steps_failed: [],
    failure_code: null,
    pan: 'ABCDE****F',
    created_at: new Date(startedAt).toISOString(),
    updated_at: updatedAt,
    completed_at: isComplete ? updatedAt : null,
    reference: '7F3K-9Q2M',
  }
}
