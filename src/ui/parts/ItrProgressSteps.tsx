'use client'

import { definePart } from './definePart.tsx'

/** The steps that are planned or were reported. The stylesheet draws their states; the text says them too. */
export const ItrProgressSteps = definePart('steps', 'ol', ({ result, steps, t }) => ({
  // Safari takes a list without bullets for none, unless it is told.
  role: 'list',
  children: steps.map(({ id, label, state }) => (
    <li
      key={id}
      data-itr-part="step"
      data-phase={result.phase}
      data-step-id={id}
      data-step-state={state}
      aria-current={state === 'current' ? 'step' : undefined}
    >
      <span className="itr-icon" aria-hidden="true" />
      <span className="itr-label">{label}</span> <span className="itr-hidden">{t(`state.${state}`)}</span>
    </li>
  )),
}))
