import type { ItrJobStatusResult, ItrPhase } from '../polling/ItrJobStatusResult.ts'

/** What each way out does or links to; one that is not there is not offered. */
export interface ItrWaysOut {
  retry?: (() => void) | undefined
  restart?: (() => void) | undefined
  fallback?: (() => void) | undefined
  report?: string | null | undefined
}

export type ItrWayOut = keyof ItrWaysOut

/** The likeliest to help first. */
const ways: { readonly [phase in ItrPhase]?: readonly ItrWayOut[] } = {
  'timed-out': ['retry', 'fallback'],
  error: ['retry', 'restart', 'fallback'],
  failed: ['restart', 'fallback'],
  completed: ['report'],
}

/** Where the same attempt would only fail again, the documents are the likelier way. */
const documentsFirst: readonly unknown[] = ['account_locked', 'pan_not_registered', 'no_itr_found']

/** Of what the host offers, what can help now, the likeliest first. */
export function waysOut({ phase, job }: ItrJobStatusResult, offers: ItrWaysOut): ItrWaysOut {
  const offered = (ways[phase] ?? []).filter((way) => offers[way])
  if (phase === 'failed' && documentsFirst.includes(job.failure)) offered.reverse()
  return Object.fromEntries(offered.map((way) => [way, offers[way]]))
}
