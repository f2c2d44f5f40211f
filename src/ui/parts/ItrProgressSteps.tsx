'use client'

import { forwardRef, Fragment, type ComponentPropsWithoutRef, type ReactNode } from 'react'
import type { ItrStep } from '../../view/getSteps.ts'
import { useRoot } from '../root/useItrProgress.ts'
import { definePart } from './definePart.tsx'
import { ItrProgressStep } from './ItrProgressStep.tsx'

// VoiceOver in Safari ignores a list without bullets unless it has the role.
const List = definePart('Steps', 'ol', () => ({ role: 'list' }))

export interface ItrProgressStepsProps extends Omit<ComponentPropsWithoutRef<typeof List>, 'children'> {
  /** Returns the element of a step. Default: an `ItrProgressStep`. Elements replace the whole list. */
  children?: ReactNode | ((step: ItrStep) => ReactNode)
}

const renderStep = (step: ItrStep) => <ItrProgressStep step={step} />

/** The list of planned and reported steps. */
export const ItrProgressSteps = forwardRef<HTMLOListElement, ItrProgressStepsProps>(function ItrProgressSteps(
  { children = renderStep, ...props },
  ref,
) {
  const { steps } = useRoot('<ItrProgressSteps>').view
  return (
    <List data-planned={steps.some(({ isPlanned }) => isPlanned) ? '' : undefined} {...props} ref={ref}>
      {typeof children === 'function'
        ? steps.map((step) => <Fragment key={step.id}>{children(step)}</Fragment>)
        : children}
    </List>
  )
})
