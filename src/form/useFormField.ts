'use client'

import { useEffect, useRef, useState, type FormEvent, type Ref } from 'react'
import { useIsomorphicLayoutEffect } from '../internal/useIsomorphicLayoutEffect.ts'
import { useImperativeRef } from './useImperativeRef.ts'

/** What `onChange` and `onBlur` are told, as form libraries read it of an event. */
export interface ItrFieldEvent<Type extends 'change' | 'blur'> {
  type: Type
  target: { name: string; value: string }
}

/** What makes a widget a field of the form around it. */
export interface ItrFieldProps {
  /** What the value is sent as. Without one nothing is sent. */
  name?: string | undefined
  /** Blocks the form until the verification is completed. Default: false. */
  required?: boolean | undefined
  /** The id of the form, where that is not around the widget. */
  form?: string | undefined
  /** Takes the field out of the form; the asking goes on. Default: false. */
  disabled?: boolean | undefined
  /** Told at each change of the value: the job's handle once the verification is completed, else empty. */
  onChange?: ((event: ItrFieldEvent<'change'>) => unknown) | undefined
  /** Told when the focus leaves the widget. */
  onBlur?: ((event: ItrFieldEvent<'blur'>) => unknown) | undefined
  /** What a form library holds. Another one than the true value is put right through `onChange`. */
  value?: string | null | undefined
}

/** What a form library asks of a field. */
export interface ItrFieldHandle {
  /** Moves the focus to the button that asks again, else to the heading. */
  focus: () => void
  /** As `focus`: there is no text to select. */
  select: () => void
  /** Blocks the form for a reason of the host's; an empty one lifts that. */
  setCustomValidity: (message: string) => void
  reportValidity: () => boolean
  /** The true value. What is written to it is put right through `onChange`. */
  value: string
  readonly name: string
  /** The root's element. */
  readonly element: HTMLElement | null
}

interface Field extends ItrFieldProps {
  /** Whether a `value` is held, be it undefined. */
  isHeld: boolean
  jobId: string | null
  /** What follows from the job, whatever a form library holds. */
  truth: string
  /** Why the form cannot be sent without it. */
  message: string
  focus: () => void
  /** The element of a part, or the root's. */
  part: (name: 'field' | 'root') => HTMLElement | null | undefined
}

const nothing = () => {}

/** Whether it keeps its form from being sent. */
const isInTheWay = (element: Element | null) => {
  const { willValidate, validity } = (element ?? {}) as Partial<HTMLInputElement>
  return willValidate && !validity?.valid
}

/** What sends a form when it is pressed; Enter in a field presses it too (HTML, "implicit submission"). */
const BUTTONS = 'button, [type="submit"], [type="image"], [type="button"], [role="button"]'
const FIELDS = 'input, select, textarea, [contenteditable]'

/** Takes part in a form. Without a `name` or `required` there are no `attributes`, and no field. */
export function useFormField(field: Field, ref: Ref<ItrFieldHandle>) {
  const { name = '', required, form, disabled, value, jobId, truth, focus, part } = field
  const ours = required && !disabled && !truth ? field.message : ''
  const [hostReason, setHostReason] = useState('')
  const reason = hostReason || ours
  const input = () => part('field') as HTMLInputElement | null | undefined
  const [wasRefused, setWasRefused] = useState(false)
  if (wasRefused && !reason) setWasRefused(false)
  const [about, setAbout] = useState(jobId)
  if (about !== jobId) {
    setAbout(jobId)
    setHostReason('')
    setWasRefused(false)
  }

  /** Within the task in which a person presses a button, or a library asks for a report. */
  const isPressed = useRef(false)
  const told = useRef('')
  const latest = useRef({ ...field, name, ours })
  const target = () => ({ name: latest.current.name, value: latest.current.truth })
  /** Of a name that has a value, or of a value that is gone. */
  const news = () => target().value && `${target().name} ${target().value}`
  const tell = () => {
    told.current = news()
    latest.current.onChange?.({ type: 'change', target: target() })
  }
  const tellSoon = (isDue: () => boolean) => queueMicrotask(() => part('root') && isDue() && tell())
  const isWrong = () => latest.current.isHeld && (latest.current.value ?? '') !== target().value

  useIsomorphicLayoutEffect(() => {
    latest.current = { ...field, name, ours }
  })

  const [handle] = useState<ItrFieldHandle>(() => ({
    focus,
    select: focus,
    setCustomValidity: (message) => {
      input()?.setCustomValidity(message || latest.current.ours)
      setHostReason(message)
    },
    reportValidity: () => {
      isPressed.current = true
      const isValid = input()?.reportValidity() ?? true
      isPressed.current = false
      return isValid
    },
    get value() {
      return target().value
    },
    // A form library that resets itself writes its defaults, and only then remembers them. What is true already is no news:
    // told of it, a library would take back what a server has said against it.
    set value(written) {
      tellSoon(() => written !== target().value)
    },
    get name() {
      return target().name
    },
    get element() {
      return part('root') ?? null
    },
  }))
  useImperativeRef(ref, handle, name)

  const block = () => input()?.setCustomValidity?.(reason)
  useIsomorphicLayoutEffect(block)

  // After the handle, which a form library must have to listen.
  useIsomorphicLayoutEffect(() => {
    if (told.current !== news() || isWrong()) tell()
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- who is told changes nothing
  }, [truth, value, name])

  useEffect(() => {
    // On React 18 a form library knows its fields again only in an effect of its own after its reset, and hears nothing before.
    if (isWrong()) tellSoon(isWrong)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- as above
  }, [truth, value])

  const isField = !!(name || required)
  useEffect(() => {
    if (!isField) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const place = part('root')?.getRootNode()
    const onReset = (event: Event) =>
      event.target === input()?.form && !event.defaultPrevented && setWasRefused(false)
    const onClick = (event: Event) => {
      if (!(event.target as Partial<Element>).closest?.(BUTTONS)) return
      isPressed.current = true
      timer = setTimeout(() => (isPressed.current = false))
    }
    place?.addEventListener('reset', onReset)
    place?.addEventListener('click', onClick, true)
    return () => {
      clearTimeout(timer)
      isPressed.current = false
      place?.removeEventListener('reset', onReset)
      place?.removeEventListener('click', onClick, true)
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- they ask when they are called
  }, [isField])

  /**
   * Whether somebody tries to send the form. A host that only asks whether it may (`checkValidity()` at each key, say) fires the
   * same event, and must not take the focus from who is typing.
   */
  const isTry = (element: Element) => {
    const { activeElement } = element.ownerDocument
    const isElsewhere = activeElement !== element && activeElement?.matches(FIELDS)
    // Set by a try before it asks (HTML, "user validity"), and left until a reset. Chrome 109 does not know it.
    return globalThis.CSS?.supports?.('selector(:user-invalid)')
      ? element.matches(':user-invalid') && !(isElsewhere && wasRefused)
      : !isElsewhere
  }

  return {
    /** Said in the widget, since there is no bubble. */
    refusal: wasRefused ? reason : '',
    leave: () => field.onBlur?.({ type: 'blur', target: target() }),
    /** For an input that comes later. */
    block,
    /** Another input for another job, or once there is no reason: `:user-invalid` stays with the one that was refused. */
    key: `${jobId} ${!reason}`,
    attributes: isField
      ? {
          type: 'text',
          name,
          form,
          required,
          disabled,
          value: truth,
          onChange: nothing,
          onInvalid: (event: FormEvent<HTMLInputElement>) => {
            event.preventDefault()
            const { currentTarget } = event
            if (!isPressed.current && !isTry(currentTarget)) return
            setWasRefused(true)
            const { form, ownerDocument } = currentTarget
            if ([...(form?.elements ?? [])].find(isInTheWay) !== currentTarget) return
            focus()
            // The browser goes on to the next field that has a bubble to show.
            setTimeout(() => isInTheWay(ownerDocument.activeElement) && focus())
          },
          tabIndex: -1,
          autoComplete: 'off',
          'aria-hidden': true,
        }
      : undefined,
  }
}
