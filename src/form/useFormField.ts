'use client'

import { useRef, useState, type Ref } from 'react'
import { useIsomorphicLayoutEffect } from '../internal/useIsomorphicLayoutEffect.ts'
import type { ItrFieldHandle, ItrFieldProps } from './types.ts'
import { useImperativeRef } from './useImperativeRef.ts'
import { useKeyedState } from './useKeyedState.ts'
import { reportChange, useReportedValue } from './useReportedValue.ts'
import { useSubmitAttempt } from './useSubmitAttempt.ts'

interface FormFieldOptions {
  /** The host's props. */
  props: ItrFieldProps
  jobId: string | null
  /** Value that follows from the job. */
  value: string
  requiredMessage: string
  /** Moves the focus to the retry button, else to the heading. */
  focus: () => void
  getRoot: () => HTMLElement | null
  getInput: () => HTMLInputElement | null
}

export type FormField = ReturnType<typeof useFormField>

/** Makes the widget a field of a form. Without `name` and `required` there is no input. */
export function useFormField(options: FormFieldOptions, ref: Ref<ItrFieldHandle>) {
  const { name = '', required = false, form, disabled, onChange, onBlur } = options.props
  const { jobId, value, focus, getRoot, getInput } = options
  const requiredMessage = required && !disabled && !value ? options.requiredMessage : ''
  const [hostMessage, setHostMessage] = useKeyedState('', jobId)
  const message = hostMessage || requiredMessage
  const isField = !!(name || required)
  const attempt = useSubmitAttempt({ isField, jobId, message, focus, getRoot, getInput })

  // The value that a form library holds. Ours if the host passes none.
  const held = 'value' in options.props ? (options.props.value ?? '') : value
  const current = { name, value, held, onChange, requiredMessage }
  // For code that runs outside a render.
  const latest = useRef(current)
  useIsomorphicLayoutEffect(() => {
    latest.current = current
  })
  const [handle] = useState<ItrFieldHandle>(() => ({
    focus,
    select: focus,
    setCustomValidity: (message) => {
      // At once: react-hook-form calls reportValidity() next.
      getInput()?.setCustomValidity(message || latest.current.requiredMessage)
      setHostMessage(message)
    },
    reportValidity: () => getInput()?.reportValidity() ?? true,
    get value() {
      return latest.current.value
    },
    // react-hook-form's reset writes its default first and stores it afterwards, so the correction waits for a microtask.
    // An equal value is not reported: form libraries clear server-side errors at each change.
    set value(written) {
      queueMicrotask(() => {
        if (getRoot() && written !== latest.current.value) reportChange(latest.current)
      })
    },
    get name() {
      return latest.current.name
    },
    get element() {
      return getRoot()
    },
  }))
  useImperativeRef(ref, handle, name)
  // After the ref: a form library ignores reports of a field that it does not know yet.
  useReportedValue(current, latest, () => !!getRoot())

  return {
    message,
    required,
    /** `:user-invalid` stays until a reset (HTML, "user validity"), so another job or a valid field gets a new input. */
    inputKey: `${jobId} ${!message}`,
    validationMessage: attempt.validationMessage,
    reportBlur: () => void onBlur?.({ type: 'blur', target: { name, value } }),
    inputProps: isField
      ? {
          type: 'text',
          name,
          form,
          disabled,
          value,
          onChange: () => {},
          onInvalid: attempt.onInvalid,
          tabIndex: -1,
          autoComplete: 'off',
          'aria-hidden': true,
        }
      : undefined,
  }
}
