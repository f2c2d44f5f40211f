'use client'

import { forwardRef } from 'react'
import { useIsomorphicLayoutEffect } from '../../internal/useIsomorphicLayoutEffect.ts'
import { useRoot } from '../root/useItrProgress.ts'
import { definePart, type ItrPartProps } from './definePart.tsx'

const Input = definePart('Field', 'input', ({ field }) => {
  useIsomorphicLayoutEffect(field.block)
  return field.attributes
})

/**
 * The input that the form sees, if there is a `name` or `required`. A text input, since hidden and read-only ones are barred
 * from constraint validation (HTML, "barred from constraint validation"). A hidden ancestor is no bar.
 */
export const ItrProgressField = forwardRef<HTMLInputElement, ItrPartProps<'input'>>(
  function ItrProgressField(props, ref) {
    const { field } = useRoot('<ItrProgressField>')
    return field.attributes ? (
      <span hidden>
        <Input {...props} ref={ref} key={field.key} />
      </span>
    ) : null
  },
)
