'use client'

import { getStepInProgress } from '../../view/getAnnouncement.ts'
import { definePart } from './definePart.tsx'

/**
 * The progress bar with a segment for each planned step. Without a plan it has no value until the job is completed, because the
 * total is unknown (WAI-ARIA 1.2, progressbar).
 */
export const ItrProgressBar = definePart('Bar', 'div', ({ view: { heading, steps, progress } }) => {
  const text = getStepInProgress(steps)?.inProgressText ?? heading
  return {
    role: 'progressbar',
    'aria-label': heading,
    'aria-valuetext': text,
    ...(progress && { 'aria-valuemin': 0, 'aria-valuemax': progress.total, 'aria-valuenow': progress.done }),
    children: (
      <>
        {Array.from({ length: progress?.total ?? 1 }, (_, index) => (
          <span
            key={index}
            className={progress && index < progress.done ? 'itr-segment itr-done' : 'itr-segment'}
          />
        ))}
        {/* NVDA ignores the name of a progress bar without text. */}
        <span className="itr-hidden">{text}</span>
      </>
    ),
  }
})
