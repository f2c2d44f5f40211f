'use client'

import { forwardRef, Fragment, type ReactNode } from 'react'
import type { ItrStep } from '../../view/getSteps.ts'
import { useRoot } from '../root/useItrProgress.ts'
import { ItrProgressStep } from './ItrProgressStep.tsx'
import { usePart, type ItrPartProps } from './usePart.tsx'

export interface ItrProgressStepsProps extends Omit<ItrPartProps<'ol'>, 'children'> {
  /** Returns the element of a step. Default: an `ItrProgressStep`. Elements replace the whole list. */
  children?: ReactNode | ((step: ItrStep) => ReactNode)
}

const renderStep = (step: ItrStep) => <ItrProgressStep step={step} />

/** The list of planned and reported steps. */
export const ItrProgressSteps = forwardRef<HTMLOListElement, ItrProgressStepsProps>(function ItrProgressSteps(
  { children = renderStep, ...props },
  ref,
) {
  const { result, view } = useRoot('<ItrProgressSteps>')
  const defaultProps = {
    // VoiceOver in Safari ignores a list without bullets unless it has the role.
    role: 'list',
    'data-planned': view.steps.some(({ isPlanned }) => isPlanned) ? '' : undefined,
    children:
      typeof children === 'function'
        ? view.steps.map((step) => <Fragment key={step.id}>{children(step)}</Fragment>)
        : children,
  }
  return usePart('steps', 'ol', result, defaultProps, props, ref)
})
