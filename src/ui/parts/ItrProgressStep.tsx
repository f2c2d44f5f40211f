'use client'

import { forwardRef } from 'react'
import type { ItrJobStatusResult } from '../../polling/ItrJobStatusResult.ts'
import { useLastResponse } from '../../react/useLastResponse.ts'
import type { ItrStep } from '../../view/getSteps.ts'
import { useRoot } from '../root/useItrProgress.ts'
import { usePart, type ItrPartProps } from './usePart.tsx'

export interface ItrProgressStepProps extends ItrPartProps<'li'> {
  /** A step of `useItrProgress().steps`, or of the function child of `ItrProgressSteps`. */
  step: ItrStep
}

/**
 * One step of the list. Children replace its label.
 *
 * @example
 * <ItrProgressSteps>{(step) => <ItrProgressStep step={step}>{step.label} <Icon /></ItrProgressStep>}</ItrProgressSteps>
 */
export const ItrProgressStep = forwardRef<HTMLLIElement, ItrProgressStepProps>(function ItrProgressStep(
  { step: { id, label, state, stateLabel }, children = label, ...props },
  ref,
) {
  const { result } = useRoot('<ItrProgressStep>')
  const defaultProps = {
    'data-step-id': id,
    'data-step-state': state,
    'aria-current': state === 'current' ? 'step' : undefined,
    children: (
      <>
        <span className="itr-icon" aria-hidden="true">
          {state === 'current' && <Pulse result={result} />}
        </span>
        <span className="itr-label">{children}</span> <span className="itr-hidden">{stateLabel}</span>
      </>
    ),
  }
  return usePart('step', 'li', result, defaultProps, props, ref)
})

/** A new element for each response, so that its animation runs once. */
function Pulse({ result }: { result: ItrJobStatusResult }) {
  return <span className="itr-pulse" key={useLastResponse(result)?.at} />
}
