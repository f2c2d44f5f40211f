'use client'

import { useEffect, type FormEvent } from 'react'
import { getActiveElement } from '../internal/getActiveElement.ts'
import { useIsomorphicLayoutEffect } from '../internal/useIsomorphicLayoutEffect.ts'
import { isCheckOnly } from './observeCheckValidity.ts'
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

const isInvalid = (element: Element | null) => {
  const field = element as HTMLInputElement | null
  return field?.willValidate && !field.validity.valid
}

/** Moves the focus as the browser does for its own bubble: if the input is the first invalid field of its form. */
function focusFirstInvalid(input: HTMLInputElement, focus: () => void) {
  if ([...(input.form?.elements ?? [])].find(isInvalid) !== input) return
  focus()
  // The browser skips a field whose bubble is prevented, and focuses the next invalid one.
  setTimeout(() => isInvalid(getActiveElement(input)) && focus())
}

/** Shows the error once a person tries to submit the form, until a reset, another job or a field that blocks nothing. */
export function useSubmitAttempt({ isField, jobId, message, focus, getRoot, getInput }: Options) {
  const [showError, setShowError] = useKeyedState(false, jobId)
  // In an effect: React may render the attempt before a host's message that is set in a transition.
  useIsomorphicLayoutEffect(() => {
    if (!message) setShowError(false)
    // Only when the field becomes valid.
  }, [message])
  // A host may disable a fieldset around the field in any render.
  useIsomorphicLayoutEffect(() => {
    if (!getInput()?.willValidate) setShowError(false)
  })

  useEffect(() => {
    // Caught at the root node: the field may belong to a form elsewhere (`form`).
    const rootNode = getRoot()?.getRootNode()
    if (!isField || !rootNode) return
    const onReset = (event: Event) => {
      if (event.target === getInput()?.form && !event.defaultPrevented) setShowError(false)
    }
    rootNode.addEventListener('reset', onReset)
    return () => rootNode.removeEventListener('reset', onReset)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the getters are called when an event arrives
  }, [isField])

  return {
    /** The message, once the error is shown. */
    validationMessage: showError ? message : '',
    onInvalid: (event: FormEvent<HTMLInputElement>) => {
      event.preventDefault()
      if (isCheckOnly()) return
      setShowError(true)
      focusFirstInvalid(event.currentTarget, focus)
    },
  }
}
