'use client'

import { forwardRef, useRef } from 'react'
import { useCustomValidity } from '../../form/useCustomValidity.ts'
import { useMergedRefs } from '../../internal/useMergedRefs.ts'
import { useRoot } from '../root/useItrProgress.ts'
import { definePart, type ItrPartProps } from './definePart.tsx'

const Input = definePart('Field', 'input', ({ field }) => field.inputProps)

/**
 * The input that the form sees, if there is a `name` or `required`. A text input, since hidden and read-only ones are barred
 * from constraint validation (HTML, "barred from constraint validation"). A hidden ancestor is no bar.
 */
export const ItrProgressField = forwardRef<HTMLInputElement, ItrPartProps<'input'>>(
  function ItrProgressField(props, ref) {
    const { field } = useRoot('<ItrProgressField>')
    const input = useRef<HTMLInputElement>(null)
    const inputRef = useMergedRefs(ref, input)
    const required = useCustomValidity(() => input.current, field)
    return field.inputProps ? (
      // Browsers never render the content of <audio>, which no host CSS can change. Its fields are validated and submitted.
      // oxlint-disable-next-line jsx-a11y/media-has-caption -- it plays nothing
      <audio hidden>
        <Input required={required} {...props} ref={inputRef} key={field.inputKey} />
      </audio>
    ) : null
  },
)
