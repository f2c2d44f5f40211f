'use client'

import {
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
  type FormEvent,
  type Ref,
} from 'react'
import { isServer } from '../react/watches.ts'

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
  /** What follows from the job, whatever a form library holds. */
  truth: string
  /** Why the form cannot be sent without it. */
  message: string
  focus: () => void
  /** The element of a part, or the root's. */
  part: (name: 'field' | 'root') => HTMLElement | null | undefined
}

/** Before the browser paints, so that the form is blocked from the first paint on, and freed with the commit that says so. */
const useCommit = isServer ? useEffect : useLayoutEffect

const nothing = () => {}

/** Whether it keeps its form from being sent. */
const isInTheWay = (element: Element | null) => {
  const { willValidate, validity } = (element ?? {}) as Partial<HTMLInputElement>
  return willValidate && !validity?.valid
}

/** Takes part in a form. Without a `name` or `required` there are no `attributes`, and no field. */
export function useFormField(field: Field, handle: Ref<ItrFieldHandle>) {
  const { name = '', required, form, disabled, value, truth, focus, part } = field
  const ours = required && !disabled && !truth ? field.message : ''
  const [hostReason, setHostReason] = useState('')
  const reason = hostReason || ours
  const input = () => part('field') as HTMLInputElement | null | undefined
  const [wasRefused, setWasRefused] = useState(false)
  const told = useRef('')

  const latest = useRef({ ...field, name, ours })
  const target = () => ({ name: latest.current.name, value: latest.current.truth })
  const tell = () => {
    told.current = target().value
    latest.current.onChange?.({ type: 'change', target: target() })
  }
  const isWrong = () => (latest.current.value ?? target().value) !== target().value

  useCommit(() => {
    latest.current = { ...field, name, ours }
  })

  useImperativeHandle(
    handle,
    () => ({
      focus,
      select: focus,
      setCustomValidity: (message) => {
        input()?.setCustomValidity(message || latest.current.ours)
        setHostReason(message)
      },
      reportValidity: () => input()?.reportValidity() ?? true,
      get value() {
        return target().value
      },
      // A form library that resets itself writes its defaults, and only then remembers them. What is true already is no news:
      // told of it, a library would take back what a server has said against it.
      set value(written) {
        if (written !== target().value) queueMicrotask(tell)
      },
      get name() {
        return target().name
      },
      get element() {
        return part('root') ?? null
      },
    }),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- a form library keeps the one that it is given first
    [],
  )

  // After the handle, which a form library is given anew with each render, and which it must have to listen.
  useCommit(() => {
    input()?.setCustomValidity?.(reason)
    if (told.current !== truth || isWrong()) tell()
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- who is told, and where the input is, changes nothing
  }, [truth, value, reason])

  useEffect(() => {
    // On React 18 a form library knows its fields again only in an effect of its own after its reset, and hears nothing before.
    if (isWrong()) queueMicrotask(() => isWrong() && tell())
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- as above
  }, [truth, value])

  useEffect(() => {
    const owner = wasRefused && input()?.form
    if (!owner) return
    const forget = () => setWasRefused(false)
    owner.addEventListener('reset', forget)
    return () => owner.removeEventListener('reset', forget)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- there is nothing to forget before
  }, [wasRefused])

  return {
    /** Said in the widget, since there is no bubble. */
    refusal: wasRefused ? reason : '',
    leave: () => field.onBlur?.({ type: 'blur', target: target() }),
    attributes:
      name || required
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
              setWasRefused(true)
              const { form, ownerDocument } = event.currentTarget
              if ([...(form?.elements ?? [])].find(isInTheWay) !== event.currentTarget) return
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
