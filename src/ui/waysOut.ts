import type { ItrJobStatusResult, ItrPhase } from '../polling/ItrJobStatusResult.ts'

/** What a button does. */
export type ItrAction = 'retry' | 'restart' | 'fallback'

export type ItrWayOut = ItrAction | 'report'

/** What each way out does or links to; one that is not there is not offered. */
export type ItrOffers = Readonly<
  Record<ItrAction, (() => void) | undefined> & { report: string | null | undefined }
>

/** The likeliest to help first. */
const ways: { readonly [phase in ItrPhase]?: readonly ItrWayOut[] } = {
  'timed-out': ['retry', 'fallback'],
  error: ['retry', 'restart', 'fallback'],
  failed: ['restart', 'fallback'],
  completed: ['report'],
}

/** Where the same attempt would only fail again, the documents are the likelier way. */
const documentsFirst: readonly unknown[] = ['account_locked', 'pan_not_registered', 'no_itr_found']

/** What can help now and is offered, the likeliest first. */
export function waysOut({ phase, job }: ItrJobStatusResult, offers: ItrOffers): ItrWayOut[] {
  const offered = (ways[phase] ?? []).filter((way) => offers[way])
  return phase === 'failed' && documentsFirst.includes(job.failure) ? offered.reverse() : offered
}
