'use client'

import { createContext, useContext } from 'react'
import type { FormField } from '../../form/useFormField.ts'
import type { ItrJobStatusResult } from '../../polling/ItrJobStatusResult.ts'
import type { ItrStatusText } from '../../view/getStatusText.ts'
import type { ItrStep } from '../../view/getSteps.ts'
import type { ItrActionHandlers } from '../../view/getAvailableActions.ts'
import type { ItrTranslate, ItrTranslator } from '../../view/createTranslator.ts'

/** What the parts of one `ItrProgress` see. */
export interface ItrProgressView {
  result: ItrJobStatusResult
  steps: readonly ItrStep[]
  /** A sentence of the dictionary, its placeholders filled in. */
  t: ItrTranslate
}

/** What the root gives its parts beside the view. */
export interface ItrProgressContextValue extends ItrProgressView {
  sayings: ItrStatusText
  format: ItrTranslator['format']
  /** Of the heading. */
  ownId: string
  field: FormField
  /** Why the form was not sent, once it was tried. */
  refusal: string
  /** Of that sentence, while it is there: where the focus goes, it is read out. */
  refusalId: string | undefined
  ways: ItrActionHandlers
  showDetails: boolean | undefined
}

export const ItrProgressContext = createContext<ItrProgressContextValue | null>(null)

/** The root around a part. */
export function useRoot(part: string): ItrProgressContextValue {
  const root = useContext(ItrProgressContext)
  if (!root) throw new Error(`itr-progress: ${part} stands alone. It belongs inside <ItrProgress>.`)
  return root
}

/**
 * What the parts see, for a child of `ItrProgress` that shows it in its own way.
 *
 * @throws {Error} outside an `ItrProgress`
 * @example
 * const { result, steps, t } = useItrProgress()
 */
export function useItrProgress(): ItrProgressView {
  return useRoot('useItrProgress()')
}
