'use client'

import { useEffect, useRef, type FormEvent } from 'react'
import { getActiveElement } from '../internal/getActiveElement.ts'
import { useIsomorphicLayoutEffect } from '../internal/useIsomorphicLayoutEffect.ts'
import { useKeyedState } from './useKeyedState.ts'

interface Options {
  /** Whether there is a field. */
  isField: boolean
  jobId: string | null
  /** Reason why the field is invalid. Empty for a valid one. */
  message: string
  focus: () => void
  getRoot: () => HTMLElement | null
  getInput: () => HTMLInputElement | null
}

/** Buttons: a click may submit the form. Enter in a field clicks the submit button (HTML, "implicit submission"). */
const BUTTONS = 'button, [type="submit"], [type="image"], [type="button"], [role="button"]'
const EDITABLE_FIELDS = 'input, select, textarea, [contenteditable]'

const isInvalid = (element: Element | null) => {
  const { willValidate, validity } = (element ?? {}) as Partial<HTMLInputElement>
  return willValidate && !validity?.valid
}

/** Moves the focus as the browser does for its own bubble: if the input is the first invalid field of its form. */
function focusFirstInvalid(input: HTMLInputElement, focus: () => void) {
  if ([...(input.form?.elements ?? [])].find(isInvalid) !== input) return
  focus()
  // The browser skips a field whose bubble is prevented, and focuses the next invalid one.
  setTimeout(() => isInvalid(getActiveElement(input)) && focus())
}

/** Shows the error once a person tries to submit the form, until a reset, another job or a valid field. */
export function useSubmitAttempt({ isField, jobId, message, focus, getRoot, getInput }: Options) {
  const [showError, setShowError] = useKeyedState(false, jobId)
  // In an effect: React may render the attempt before a host's message that is set in a transition.
  useIsomorphicLayoutEffect(() => {
    if (!message) setShowError(false)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only when the field becomes valid
  }, [message])
  /** True within the task of a click on a button, and during our `reportValidity()`. */
  const isReportRequested = useRef(false)

  useEffect(() => {
    // Both events are caught at the root node: the field may belong to a form elsewhere (`form`).
    const rootNode = getRoot()?.getRootNode()
    if (!isField || !rootNode) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const onReset = (event: Event) => {
      if (event.target === getInput()?.form && !event.defaultPrevented) setShowError(false)
    }
    const onClick = (event: Event) => {
      if (!(event.target as Partial<Element>).closest?.(BUTTONS)) return
      isReportRequested.current = true
      timer = setTimeout(() => (isReportRequested.current = false))
    }
    rootNode.addEventListener('reset', onReset)
    rootNode.addEventListener('click', onClick, true)
    return () => {
      clearTimeout(timer)
      isReportRequested.current = false
      rootNode.removeEventListener('reset', onReset)
      rootNode.removeEventListener('click', onClick, true)
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the getters are called when an event arrives
  }, [isField])

  /**
   * `checkValidity()` of a host, at each key for example, fires the same `invalid` event. It must neither show the error nor take
   * the focus from a person who is typing.
   */
  const isSubmitAttempt = (input: Element) => {
    if (isReportRequested.current) return true
    const activeElement = getActiveElement(input)
    const isFocusInField = activeElement !== input && activeElement?.matches(EDITABLE_FIELDS)
    // A submit sets `:user-invalid` before it validates, and only a reset removes it (HTML, "user validity"). Not in Chrome 109.
    return globalThis.CSS?.supports?.('selector(:user-invalid)')
      ? input.matches(':user-invalid') && !(isFocusInField && showError)
      : !isFocusInField
  }

  return {
    /** The message, once the error is shown. */
    validationMessage: showError ? message : '',
    reportValidity: () => {
      isReportRequested.current = true
      const isValid = getInput()?.reportValidity() ?? true
      isReportRequested.current = false
      return isValid
    },
    onInvalid: (event: FormEvent<HTMLInputElement>) => {
      event.preventDefault()
      const { currentTarget } = event
      if (!isSubmitAttempt(currentTarget)) return
      setShowError(true)
      focusFirstInvalid(currentTarget, focus)
    },
  }
}
