'use client'

import { createContext, useContext } from 'react'
import type { ItrJobStatusResult } from '../polling/ItrJobStatusResult.ts'
import type { ItrSayings } from './sayingsOf.ts'
import type { ItrStep } from './stepsOf.ts'
import type { ItrWaysOut } from './waysOut.ts'
import type { ItrTranslate, ItrWords } from './wordsIn.ts'

/** What the parts of one `ItrProgress` see. */
export interface ItrProgressView {
  itr: ItrJobStatusResult
  steps: readonly ItrStep[]
  /** A sentence of the dictionary, its placeholders filled in. */
  t: ItrTranslate
}

/** What the root gives its parts beside the view. */
export interface ItrProgressRoot extends ItrProgressView {
  sayings: ItrSayings
  format: ItrWords['format']
  /** Of the heading. */
  ownId: string
  /** The attributes of the form's field, if there is one. */
  field: Readonly<Record<string, unknown>> | undefined
  fieldKey: string
  /** Keeps the form from being sent, or frees it. */
  blockForm: () => void
  /** Why the form was not sent, once it was tried. */
  refusal: string
  /** Of that sentence, while it is there: where the focus goes, it is read out. */
  refusalId: string | undefined
  ways: ItrWaysOut
  showDetails: boolean | undefined
}

export const ItrProgressContext = createContext<ItrProgressRoot | null>(null)

/** The root around a part. */
export function useRoot(part: string): ItrProgressRoot {
  const root = useContext(ItrProgressContext)
  if (!root) throw new Error(`itr-progress: ${part} stands alone. It belongs inside <ItrProgress>.`)
  return root
}

/**
 * What the parts see, for a child of `ItrProgress` that shows it in its own way.
 *
 * @throws {Error} outside an `ItrProgress`
 * @example
 * const { itr, steps, t } = useItrProgress()
 */
export function useItrProgress(): ItrProgressView {
  return useRoot('useItrProgress()')
}
