'use client'

import type { Ref } from 'react'
import { useFormField } from '../../form/useFormField.ts'
import type { ItrJobStatusResult } from '../../polling/ItrJobStatusResult.ts'
import type { ItrProgressHandle, ItrProgressProps } from './ItrProgressProps.ts'

/**
 * Makes the component a field of the form around it. Its value is the `jobId`, which is the job's handle, once the job is completed.
 *
 * @param message for a form that is submitted too early
 * @param getPart returns the element of a part
 */
export function useJobField(
  props: ItrProgressProps,
  { phase, jobId }: ItrJobStatusResult,
  message: string,
  getPart: (name: string) => HTMLElement | null | undefined,
  handle: Ref<ItrProgressHandle>,
) {
  return useFormField(
    {
      props,
      jobId,
      value: (phase === 'completed' && jobId) || '',
      requiredMessage: message,
      focus: () => {
        const target = getPart('retry') ?? getPart('heading') ?? getPart('root')
        // An element without a tabindex cannot get the focus.
        if (target && target.tabIndex < 0) target.tabIndex = -1
        target?.focus()
      },
      getRoot: () => getPart('root') ?? null,
      getInput: () => (getPart('field') as HTMLInputElement | null | undefined) ?? null,
    },
    handle,
  )
}
