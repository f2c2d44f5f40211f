'use client'

import type { Ref } from 'react'
import { useFormField } from '../../form/useFormField.ts'
import type { ItrJobStatusResult } from '../../polling/ItrJobStatusResult.ts'
import type { ItrProgressHandle, ItrProgressProps } from './ItrProgressProps.ts'

interface RootFieldOptions {
  result: ItrJobStatusResult
  /** The message of a form that is submitted too early. */
  message: string
  getRoot: () => HTMLElement | null
  getPart: (name: string) => HTMLElement | null | undefined
}

/** Makes the component a field of the form around it. Its value is the `jobId` once the job is completed. */
export function useRootField(
  props: ItrProgressProps,
  { result, message, getRoot, getPart }: RootFieldOptions,
  handle: Ref<ItrProgressHandle>,
) {
  const { name, required, form, disabled, onChange, onBlur, value } = props
  return useFormField(
    {
      name,
      required,
      form,
      disabled,
      onChange,
      onBlur,
      value,
      isHeld: 'value' in props,
      jobId: result.jobId,
      truth: (result.phase === 'completed' && result.jobId) || '',
      message,
      focus: () => {
        const target = getPart('retry') ?? getPart('heading') ?? getRoot()
        // The root is focusable only if a script asks for it.
        if (target && target.tabIndex < 0) target.tabIndex = -1
        target?.focus()
      },
      part: (name) => (name === 'root' ? getRoot() : getPart(name)),
    },
    handle,
  )
}
