'use client'

import { createContext, useContext } from 'react'
import type { FormField } from '../../form/useFormField.ts'
import type { ItrJobStatusResult } from '../../polling/ItrJobStatusResult.ts'
import type { ItrStatusView } from '../../view/createItrView.ts'
import type { ItrTranslate, ItrTranslator } from '../../view/createTranslator.ts'
import type { ItrStep } from '../../view/getSteps.ts'

/** The result, the steps and the function `t` of an `ItrProgress`, for its children. */
export interface ItrProgressView {
  result: ItrJobStatusResult
  steps: readonly ItrStep[]
  /** Returns a message of the dictionary with its placeholders replaced. */
  t: ItrTranslate
}

/** The state that the root shares with its parts. */
export interface ItrProgressContextValue {
  result: ItrJobStatusResult
  view: ItrStatusView
  translator: ItrTranslator
  field: FormField
  headingId: string
  getHeading: () => HTMLElement | null | undefined
  /** See `useFocusFallback`. */
  watchFocus: () => () => void
  /** The id of the validation message while it is shown. The elements that get the focus refer to it. */
  validationMessageId: string | undefined
  showDetails: boolean | undefined
}

export const ItrProgressContext = createContext<ItrProgressContextValue | null>(null)

/** Returns the state of the root around a part. @throws {Error} outside an `ItrProgress` */
export function useRoot(part: string): ItrProgressContextValue {
  const root = useContext(ItrProgressContext)
  if (!root) throw new Error(`itr-progress: ${part} has no root. It belongs inside <ItrProgress>.`)
  return root
}

/**
 * Returns the result, the steps and the function `t`, for a child of `ItrProgress`.
 *
 * @throws {Error} outside an `ItrProgress`
 * @example
 * const { result, steps, t } = useItrProgress()
 */
export function useItrProgress(): ItrProgressView {
  const { result, view, translator } = useRoot('useItrProgress()')
  return { result, steps: view.steps, t: translator.t }
}
