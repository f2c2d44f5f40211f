'use client'

import {
  cloneElement,
  createElement,
  forwardRef,
  isValidElement,
  version,
  type ComponentPropsWithoutRef,
  type CSSProperties,
  type ElementType,
  type ReactElement,
} from 'react'
import { useMergedRefs, type AnyRef } from '../../internal/useMergedRefs.ts'
import type { ItrJobStatusResult } from '../../polling/ItrJobStatusResult.ts'
import { capitalize } from '../../view/capitalize.ts'
import { mergeProps } from './mergeProps.ts'
import { useRoot, type ItrProgressContextValue } from '../root/useItrProgress.ts'

/** What a part's look may depend on. */
export type ItrProgressState = Pick<ItrJobStatusResult, 'phase' | 'connection' | 'isDelayed'>

/** The attributes for the element that `render` gives, `ref` among them. */
export type ItrRenderProps = Record<string, unknown>

/** What every part takes beside its element's own attributes. */
export interface ItrLookProps {
  className?: string | ((state: ItrProgressState) => string | undefined) | undefined
  style?: CSSProperties | ((state: ItrProgressState) => CSSProperties | undefined) | undefined
  /** Stands in for the part's element: an element, which is given the part's attributes, or a function of them. */
  render?:
    ReactElement | ((props: ItrRenderProps, state: ItrProgressState) => ReactElement | null) | undefined
}

export type ItrPartProps<Tag extends ElementType> = Omit<ComponentPropsWithoutRef<Tag>, keyof ItrLookProps> &
  ItrLookProps

interface Props {
  /** What it is called in `data-itr-part`. */
  name: string
  tag: ElementType
  result: ItrJobStatusResult
  /** The part's own attributes. */
  own: Readonly<Record<string, unknown>>
  /** What the host gave it. */
  given: ItrLookProps
  forwarded: AnyRef
}

/** One element of the widget, open to the host: its attributes, look, ref and, through `render`, the element itself. */
export function Part({ name, tag, result, own, given, forwarded }: Props): ReactElement | null {
  const { className, style, render, ...rest } = given
  const { phase, connection, isDelayed } = result
  const state = { phase, connection, isDelayed }
  const element = isValidElement<Record<string, unknown>>(render) ? render : createElement(tag)
  const ref = useMergedRefs(forwarded, refOf(element))
  const props: ItrRenderProps = {
    ...mergeProps(own, {
      ...rest,
      className: typeof className === 'function' ? className(state) : className,
      style: typeof style === 'function' ? style(state) : style,
    }),
    'data-itr-part': name,
    'data-phase': phase,
  }
  return typeof render === 'function'
    ? render({ ...props, ref }, state)
    : cloneElement(element, { ...mergeProps(props, element.props), ref })
}

/** React 19 keeps an element's ref among its props, 18 beside them; each warns when it is looked for in the other place. */
function refOf(element: ReactElement): AnyRef {
  const holder: unknown = Number.parseInt(version) < 19 ? element : element.props
  return (holder as { ref?: AnyRef }).ref
}

/**
 * A part of `ItrProgress`: an element whose own attributes follow from what the root knows. Without any it is not there.
 *
 * @param name as in `data-itr-part`; the component's own is made of it
 */
export function definePart<Tag extends 'a' | 'button' | 'div' | 'h2' | 'input' | 'ol'>(
  name: string,
  tag: Tag,
  useOwn: (root: ItrProgressContextValue) => Readonly<Record<string, unknown>> | undefined,
) {
  const displayName = `ItrProgress${capitalize(name)}`
  const component = forwardRef<HTMLElementTagNameMap[Tag], ItrPartProps<Tag>>((props, ref) => {
    const root = useRoot(`<${displayName}>`)
    const own = useOwn(root)
    return own ? (
      <Part name={name} tag={tag} result={root.result} own={own} given={props} forwarded={ref} />
    ) : null
  })
  component.displayName = displayName
  return component
}
