/** How long a request takes, in ms. */
const LATENCY = 300

/** When each step of a job ends, in ms: a job as the testing kit's `happy` has it. With the last the job is complete. */
const STEPS = {
  create_client: 6_000,
  download_profile: 14_000,
  download_itr: 26_000,
  download_26as: 37_000,
  download_ais: 48_000,
}

/** The job that never gets beyond its first step, though each answer is newer than the last. */
export const ENDLESS = 'endless'

/** epoch ms. */
const startedAt: Record<string, number> = {}

export let requests = 0

/** The host's proxy, without a network: answers the question about any job, each of its own age. */
export async function answerJob(_: unknown, init?: RequestInit): Promise<Response> {
  const number = requests++
  await new Promise((resolve) => setTimeout(resolve, LATENCY))
  const { job_id } = JSON.parse(init?.body as string) as { job_id: string }
  const now = Date.now()
  // So that they do not all take a step at once.
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
