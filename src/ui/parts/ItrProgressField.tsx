'use client'

import { forwardRef, Fragment, useRef } from 'react'
import { useCustomValidity } from '../../form/useCustomValidity.ts'
import { useMergedRefs } from '../../internal/useMergedRefs.ts'
import { useRoot } from '../root/useItrProgress.ts'
import { usePart, type ItrPartProps } from './usePart.tsx'

/**
 * The input that the form sees, if there is a `name` or `required`. A text input, since hidden and read-only ones are barred
 * from constraint validation (HTML, "barred from constraint validation"). An input inside a hidden ancestor is still
 * validated.
 */
export const ItrProgressField = forwardRef<HTMLInputElement, ItrPartProps<'input'>>(
  function ItrProgressField(props, ref) {
    const { result, field } = useRoot('<ItrProgressField>')
    const input = useRef<HTMLInputElement>(null)
    const required = useCustomValidity(() => input.current, field)
    const defaultProps = field.inputProps && { required, ...field.inputProps }
    const element = usePart('field', 'input', result, defaultProps, props, useMergedRefs(ref, input))
    return (
      element && (
        // Browsers never render the content of <audio>, which no host CSS can change. Its fields are validated and submitted.
        // oxlint-disable-next-line jsx-a11y/media-has-caption -- it plays nothing
        <audio hidden>
          <Fragment key={field.inputKey}>{element}</Fragment>
        </audio>
      )
    )
  },
)
