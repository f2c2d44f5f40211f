import type { ItrMessageKey } from '../locales/ItrMessages.ts'
import { isLive, type ItrJobStatusResult, type ItrPhase } from '../polling/ItrJobStatusResult.ts'
import type { ItrStep } from './getSteps.ts'
import type { ItrTranslate } from './createTranslator.ts'

/** How long a job usually takes, in seconds (vendor doc). */
const USUAL = { from: 30, to: 90 }

/** While we wait, what is said does not depend on what for. */
type Standing = Exclude<ItrPhase, 'connecting' | 'initiated' | 'processing'> | 'watching'

/** What is said of a result. */
export interface ItrStatusText {
  standing: Standing
  heading: string
  /** What it means, and what the person can do. */
  body: readonly string[]
  /** The step under way, while we wait: "Step 2: downloading your profile." */
  step: { id: string; sentence: string } | undefined
}

/** The one source of what is seen and what is heard, so that the two cannot contradict each other. */
export function getStatusText(
  result: ItrJobStatusResult,
  steps: readonly ItrStep[],
  t: ItrTranslate,
): ItrStatusText {
  const isWatching = isLive(result.phase)
  const standing = isWatching ? 'watching' : (result.phase as Standing)
  const number = 1 + steps.findIndex(({ state }) => state === 'current')
  const step = isWatching && steps[number - 1]
  return {
    standing,
    heading: t(`heading.${standing}`),
    body: bodyOf(result)
      .map((key) => t(key, USUAL))
      .filter(Boolean),
    step: step ? { id: step.id, sentence: t('now', { number, step: step.doing }) } : undefined,
  }
}

function bodyOf(result: ItrJobStatusResult): ItrMessageKey[] {
  if (result.phase === 'failed') {
    const failure = result.job.failure ?? 'unknown'
    return [`reason.${failure}`, `remedy.${failure}`]
  }
  if (result.phase === 'error') {
    const { status } = result.error
    return [
      `error.${status === 401 ? 'signed_out' : status === 404 || status === 410 ? 'not_found' : 'other'}`,
      'body.error',
    ]
  }
  if (result.phase === 'timed-out') return ['body.timed-out', 'body.pending']
  if (result.phase === 'completed') return []
  return [result.phase === 'idle' ? 'body.idle' : result.isDelayed ? 'body.delayed' : 'body.usual']
}
