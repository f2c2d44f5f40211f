'use client'

import { isTerminal } from '../../contract/ItrJob.ts'
import type { ItrPhase } from '../../polling/ItrJobStatusResult.ts'
import { getStepInProgress, type ItrStepState } from '../../view/getSteps.ts'
import { definePart } from './definePart.tsx'

const classNames: Readonly<Record<ItrStepState, string>> = {
  completed: 'itr-segment itr-done',
  current: 'itr-segment itr-current',
  failed: 'itr-segment itr-failed',
  upcoming: 'itr-segment',
}

/** The state of the one segment that is drawn without a plan. */
const wholeBar: { readonly [phase in ItrPhase]?: ItrStepState } = { completed: 'completed', failed: 'failed' }

/**
 * The progress bar with a segment for each planned step. Without a plan it has no value until the job is completed, because the
 * total is unknown (WAI-ARIA 1.2, progressbar). Screen readers find it only while the job is not terminal.
 */
export const ItrProgressBar = definePart('Bar', 'div', ({ result, view: { heading, steps, progress } }) => {
  const text = getStepInProgress(steps)?.inProgressText ?? heading
  const planned = steps.filter(({ isPlanned }) => isPlanned).map(({ state }) => state)
  const states = planned.length > 0 ? planned : [wholeBar[result.phase] ?? 'current']
  // Between two steps no step is current.
  const current = states.includes('current') ? states.indexOf('current') : states.indexOf('upcoming')
  return {
    role: 'progressbar',
    'aria-hidden': isTerminal(result.job) || undefined,
    'aria-label': heading,
    'aria-valuetext': text,
    ...(progress && { 'aria-valuemin': 0, 'aria-valuemax': progress.total, 'aria-valuenow': progress.done }),
    children: (
      <>
        {states.map((state, index) => (
          <span key={index} className={classNames[index === current ? 'current' : state]} />
        ))}
        {/* NVDA ignores the name of a progress bar without text. */}
        <span className="itr-hidden">{text}</span>
      </>
    ),
  }
})
