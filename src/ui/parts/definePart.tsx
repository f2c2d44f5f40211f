'use client'

import { forwardRef } from 'react'
import { useRoot, type ItrProgressContextValue } from '../root/useItrProgress.ts'
import { usePart, type ItrPartProps } from './usePart.tsx'

/**
 * Defines the component of a part. It renders nothing while `useDefaultProps` returns undefined.
 *
 * @param name the part's name after `ItrProgress`; in lower case it is the value of `data-itr-part`
 */
export function definePart<Tag extends 'a' | 'button' | 'div' | 'h2'>(
  name: string,
  tag: Tag,
  useDefaultProps: (root: ItrProgressContextValue) => Readonly<Record<string, unknown>> | undefined,
) {
  const displayName = `ItrProgress${name}`
  const component = forwardRef<HTMLElementTagNameMap[Tag], ItrPartProps<Tag>>((props, ref) => {
    const root = useRoot(`<${displayName}>`)
    return usePart(name.toLowerCase(), tag, root.result, useDefaultProps(root), props, ref)
  })
  component.displayName = displayName
  return component
}
