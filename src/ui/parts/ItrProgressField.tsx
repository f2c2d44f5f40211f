'use client'

import { forwardRef } from 'react'
import { useIsomorphicLayoutEffect } from '../../internal/useIsomorphicLayoutEffect.ts'
import { definePart, type ItrPartProps } from './definePart.tsx'
import { useRoot } from '../root/useItrProgress.ts'

const Input = definePart('field', 'input', ({ field, blockForm }) => {
  useIsomorphicLayoutEffect(blockForm)
  return field
})

/**
 * What a form sees of the widget: there with a `name` or `required`. A text input, since others are barred from constraint
 * validation (HTML, "barred from constraint validation"); a hidden ancestor is no bar.
 */
export const ItrProgressField = forwardRef<HTMLInputElement, ItrPartProps<'input'>>(
  function ItrProgressField(props, ref) {
    const { field, fieldKey } = useRoot('<ItrProgressField>')
    return field ? (
      <span hidden>
        <Input {...props} ref={ref} key={fieldKey} />
      </span>
    ) : null
  },
)
