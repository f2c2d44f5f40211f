/** A job typically takes 30 to 90 s (vendor doc, "Polling"), in ms. */
export const TYPICAL_START = 30_000
export const TYPICAL_END = 90_000

/** How long the pace takes from the fastest back to the slowest after the typical window, in ms. */
const EASING = 60_000

export interface PollingInterval {
  /** ms */
  min: number
  /** ms */
  max: number
}

/**
 * The wait after a check that settled `elapsedMs` into the job, in ms. Requests are spent where they help: slow until the
 * earliest a job finishes, fast through the typical window, then easing to slow.
 */
export function pace(elapsedMs: number, { min, max }: PollingInterval): number {
  if (elapsedMs < TYPICAL_START) return max
  const eased = Math.min(Math.max(elapsedMs - TYPICAL_END, 0) / EASING, 1)
  return min + (max - min) * eased
}
