import type { ItrJobStatusResult, ItrPhase } from '../polling/ItrJobStatusResult.ts'

/** What each way out does or links to; one that is not there is not offered. */
export interface ItrActionHandlers {
  retry?: (() => void) | undefined
  restart?: (() => void) | undefined
  alternative?: (() => void) | undefined
  report?: string | null | undefined
}

export type ItrActionName = keyof ItrActionHandlers

/** The likeliest to help first. */
const ways: { readonly [phase in ItrPhase]?: readonly ItrActionName[] } = {
  'timed-out': ['retry', 'alternative'],
  error: ['retry', 'restart', 'alternative'],
  failed: ['restart', 'alternative'],
  completed: ['report'],
}

/** Where the same attempt would only fail again, the documents are the likelier way. */
const documentsFirst: readonly unknown[] = ['account_locked', 'pan_not_registered', 'no_itr_found']

/** Of what the host offers, what can help now, the likeliest first. */
export function getAvailableActions(
  { phase, job }: ItrJobStatusResult,
  offers: ItrActionHandlers,
): ItrActionHandlers {
  const offered = (ways[phase] ?? []).filter((way) => offers[way])
  if (phase === 'failed' && documentsFirst.includes(job.failure)) offered.reverse()
  return Object.fromEntries(offered.map((way) => [way, offers[way]]))
}
