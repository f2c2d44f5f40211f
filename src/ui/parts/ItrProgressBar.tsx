'use client'

import { definePart } from './definePart.tsx'
import { getProgress } from '../../view/getSteps.ts'

/**
 * How far the job is: a segment for each planned step. Without a plan the total is unknown, and then no number is given
 * (WAI-ARIA 1.2, progressbar) until the job is completed.
 */
export const ItrProgressBar = definePart('bar', 'div', ({ result, steps, sayings }) => {
  const { done, total } = getProgress(result.job, steps)
  const { heading, step } = sayings
  const text = step?.sentence ?? heading
  return {
    role: 'progressbar',
    'aria-label': heading,
    'aria-valuetext': text,
    ...(total > 0 && { 'aria-valuemin': 0, 'aria-valuemax': total, 'aria-valuenow': done }),
    children: (
      <>
        {Array.from({ length: total || 1 }, (_, index) => (
          <span key={index} className={index < done ? 'itr-segment itr-done' : 'itr-segment'} />
        ))}
        {/* NVDA passes over the name of a bar that has no text in it. */}
        <span className="itr-hidden">{text}</span>
      </>
    ),
  }
})
