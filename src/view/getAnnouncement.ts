import type { ItrJobStatusResult } from '../polling/ItrJobStatusResult.ts'
import type { ItrTranslate } from './createTranslator.ts'
import type { ItrStep } from './getSteps.ts'
import type { ItrStatusText } from './getStatusText.ts'
import { getPhaseView } from './phaseViews.ts'

/** The state that a screen reader has read. */
export interface AnnouncedState {
  isDelayed: boolean
  steps: readonly ItrStep[]
}

/**
 * Returns the text for a live region: start, step change, delayed, timed out, error, failed, completed. Elapsed time,
 * percentages and the connection are not announced.
 *
 * @param announced of the same job and display phase; only changes since then are returned. Null: nothing yet
 */
export function getAnnouncement(
  result: ItrJobStatusResult,
  { heading, body, steps }: Pick<ItrStatusText, 'heading' | 'body'> & { steps: readonly ItrStep[] },
  t: ItrTranslate,
  announced: AnnouncedState | null = null,
): string {
  if (getPhaseView(result).announcement === 'none') return ''
  const step = getStepInProgress(steps)
  return [
    !announced && t('sentence', { text: heading }),
    ...(!announced || (result.isDelayed && !announced.isDelayed) ? body : []),
    step && step.id !== (announced && getStepInProgress(announced.steps)?.id) && step.inProgressText,
  ]
    .filter(Boolean)
    .join(' ')
}

/** Returns the current step of a live job. */
export const getStepInProgress = (steps: readonly ItrStep[]): ItrStep | undefined =>
  steps.find(({ inProgressText }) => inProgressText)
