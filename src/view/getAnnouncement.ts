import type { ItrTranslate } from './createTranslator.ts'
import type { ItrStatusText } from './getStatusText.ts'

/** What those who listen have been told of a job and how it stands. */
export interface Heard {
  stepId: string | undefined
  isDelayed: boolean
}

/**
 * What to say to those who have heard this much, or nothing yet: start, step change, delayed, timed out, error, failed, completed.
 * Elapsed time, percentages and the connection are not among it.
 */
export function getAnnouncement(
  { standing, heading, body, step }: ItrStatusText,
  isDelayed: boolean,
  heard: Heard | null,
  t: ItrTranslate,
): string {
  if (standing === 'idle') return ''
  return [
    !heard && t('sentence', { text: heading }),
    ...(!heard || (isDelayed && !heard.isDelayed) ? body : []),
    step && step.id !== heard?.stepId && step.sentence,
  ]
    .filter(Boolean)
    .join(' ')
}
