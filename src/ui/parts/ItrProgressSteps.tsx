'use client'

import { definePart } from './definePart.tsx'

/** The list of planned and reported steps. */
export const ItrProgressSteps = definePart('Steps', 'ol', ({ result, view }) => ({
  // VoiceOver in Safari ignores a list without bullets unless it has the role.
  role: 'list',
  children: view.steps.map(({ id, label, state, stateLabel }) => (
    <li
      key={id}
      data-itr-part="step"
      data-phase={result.phase}
      data-polling={result.isPolling ? '' : undefined}
      data-step-id={id}
      data-step-state={state}
      aria-current={state === 'current' ? 'step' : undefined}
    >
      <span className="itr-icon" aria-hidden="true" />
      <span className="itr-label">{label}</span> <span className="itr-hidden">{stateLabel}</span>
    </li>
  )),
}))
