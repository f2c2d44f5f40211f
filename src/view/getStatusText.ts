import type { ItrMessageKey } from '../locales/ItrMessages.ts'
import type { ItrJobStatusResult } from '../polling/ItrJobStatusResult.ts'
import type { ItrTranslate } from './createTranslator.ts'
import { getPhaseView } from './phaseViews.ts'

export interface ItrStatusText {
  /** The status in a few words. */
  heading: string
  /** One message per item: details of the status, and what the person can do. */
  body: string[]
  /** Secondary notes, in this order: a connection problem, the reference for support. */
  hints: string[]
}

/** Returns the text for a result. Body and hints leave out a message that the host set to an empty string. */
export function getStatusText(
  result: ItrJobStatusResult,
  t: ItrTranslate,
  isRepeatedError: boolean,
): ItrStatusText {
  const { job, connection, typicalDuration } = result
  const { displayPhase, getBody, showsReference } = getPhaseView(result)
  const seconds = {
    from: Math.round(typicalDuration.min / 1000),
    to: Math.round(typicalDuration.max / 1000),
  }
  const repeated: ItrMessageKey[] = isRepeatedError ? ['body.repeated'] : []
  const body = [...repeated, ...getBody(result)].map((key) => t(key, seconds)).filter(Boolean)
  const hints = [
    connection !== 'ok' && t(`hint.${connection}`),
    showsReference && job?.reference && t('reference', { reference: job.reference }),
  ].filter(Boolean) as string[]
  return { heading: t(`heading.${displayPhase}`), body, hints }
}
