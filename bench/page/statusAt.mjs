/** Ages of the job at which each step ends, in ms: the scenario `happy` of the testing kit. The last step completes the job. */
const STEP_ENDS = {
  create_client: 6_000,
  download_profile: 14_000,
  download_itr: 26_000,
  download_26as: 37_000,
  download_ais: 48_000,
}

/** A job that stays in its second step, although each response is newer than the last. */
export const ENDLESS = 'endless'

/**
 * Returns the proxy's response about a job. The jobs of a page differ in age by up to 5 s, so that they do not all change
 * at once.
 *
 * @param {string} jobId such as `job-17`
 * @param {{ openedAt: number, now: number }} clock of the page, in epoch ms
 */
export function statusAt(jobId, { openedAt, now }) {
  const start = openedAt - ((Number(jobId.replace(/\D/g, '')) * 617) % 5_000)
  const isEndless = jobId === ENDLESS
  const ends = Object.entries(STEP_ENDS).map(([step, age]) => /** @type {const} */ ([step, start + age]))
  const done = ends.slice(0, isEndless ? 1 : ends.length).filter(([, end]) => end <= now)
  const isComplete = done.length === ends.length
  const updatedAt = new Date(isEndless ? now : (done.at(-1)?.[1] ?? start)).toISOString()
  return {
    job_id: jobId,
    status: isComplete ? 'completed' : done.length > 0 ? 'processing' : 'initiated',
    current_step: ends[done.length]?.[0] ?? null,
    steps_completed: done.map(([step]) => step),
    steps_failed: [],
    failure_code: null,
    pan: 'ABCDE****F',
    created_at: new Date(start).toISOString(),
    updated_at: updatedAt,
    completed_at: isComplete ? updatedAt : null,
    reference: '7F3K-9Q2M',
  }
}
