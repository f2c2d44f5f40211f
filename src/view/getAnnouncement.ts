import { pollsOnReturn, type ItrConnection, type ItrJobStatusResult } from '../polling/ItrJobStatusResult.ts'
import type { ItrTranslate } from './createTranslator.ts'
import { getStepInProgress, type ItrStep } from './getSteps.ts'
import type { ItrStatusText } from './getStatusText.ts'
import { getPhaseView } from './phaseViews.ts'

/** The state that a screen reader has read. */
export interface AnnouncedState {
  isDelayed: boolean
  steps: readonly ItrStep[]
  /** A short loss of the connection does not count. */
  connection: ItrConnection
  /** Minutes in which the job was delayed. */
  minutes: number
}

/**
 * Returns the text for a live region: start, step change, delayed, timed out, error, failed or completed. It also announces a
 * lasting change of the connection, and one "still working" per minute of delay, but no elapsed time or percentage.
 *
 * @param announced state announced before, of the same job and display phase. Only changes since then are returned. Null if
 * nothing was announced
 */
export function getAnnouncement(
  result: ItrJobStatusResult,
  { heading, body, steps }: Pick<ItrStatusText, 'heading' | 'body'> & { steps: readonly ItrStep[] },
  t: ItrTranslate,
  announced: AnnouncedState | null,
  { connection, minutes }: Pick<AnnouncedState, 'connection' | 'minutes'>,
): string {
  if (getPhaseView(result).displayPhase === 'idle') return ''
  const step = getStepInProgress(steps)
  return [
    !announced && heading && t('sentence', { text: heading }),
    ...(!announced || (result.isDelayed && !announced.isDelayed) ? body : []),
    step?.id !== getStepInProgress(announced?.steps ?? [])?.id && step?.inProgressText,
    announced &&
      connection !== announced.connection &&
      pollsOnReturn(result.phase) &&
      t(`hint.${connection}`),
    announced && minutes > announced.minutes && connection === 'ok' && t('stillWorking'),
  ]
    .filter(Boolean)
    .join(' ')
}
