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
import { useRoot, type ItrProgressContextValue } from '../root/useItrProgress.ts'
import { mergeProps } from './mergeProps.ts'

/** The state that `className`, `style` and `render` may depend on. */
export type ItrProgressState = Pick<ItrJobStatusResult, 'phase' | 'connection' | 'isDelayed'>

/** The attributes for the element that `render` returns, `ref` included. */
export type ItrRenderProps = Record<string, unknown>

/** Props of every part, in addition to the attributes of its element. */
export interface ItrLookProps {
  className?: string | ((state: ItrProgressState) => string | undefined) | undefined
  style?: CSSProperties | ((state: ItrProgressState) => CSSProperties | undefined) | undefined
  /** Replaces the element: another element, which gets the part's attributes, or a function that returns one. */
  render?:
    | ReactElement
    | ((props: ItrRenderProps, state: ItrProgressState) => ReactElement | null)
    | undefined
}

export type ItrPartProps<Tag extends ElementType> = Omit<ComponentPropsWithoutRef<Tag>, keyof ItrLookProps> &
  ItrLookProps

interface Props {
  /** The value of `data-itr-part`. */
  name: string
  tag: ElementType
  result: ItrJobStatusResult
  defaultProps: Readonly<Record<string, unknown>>
  /** The host's props. */
  props: ItrLookProps
  forwardedRef: AnyRef
}

/** One element of the component. The host can change its attributes, look and ref, and replace it with `render`. */
export function Part({ name, tag, result, defaultProps, props, forwardedRef }: Props): ReactElement | null {
  const { className, style, render, ...rest } = props
  const { phase, connection, isDelayed } = result
  const state = { phase, connection, isDelayed }
  const element = isValidElement<Record<string, unknown>>(render) ? render : createElement(tag)
  const ref = useMergedRefs(forwardedRef, getElementRef(element))
  const attributes: ItrRenderProps = {
    ...mergeProps(defaultProps, {
      ...rest,
      className: typeof className === 'function' ? className(state) : className,
      style: typeof style === 'function' ? style(state) : style,
    }),
    'data-itr-part': name,
    'data-phase': phase,
    'data-polling': result.isPolling ? '' : undefined,
  }
  return typeof render === 'function'
    ? render({ ...attributes, ref }, state)
    : cloneElement(element, { ...mergeProps(attributes, element.props), ref })
}

/** React 19 keeps the ref of an element in its props, React 18 beside them. Each warns if the other place is read. */
function getElementRef(element: ReactElement): AnyRef {
  const holder: unknown = Number.parseInt(version) < 19 ? element : element.props
  return (holder as { ref?: AnyRef }).ref
}

/**
 * Defines the component of a part. It renders nothing while `useDefaultProps` returns undefined.
 *
 * @param name the part's name after `ItrProgress`; in lower case it is the value of `data-itr-part`
 */
export function definePart<Tag extends 'a' | 'button' | 'div' | 'h2' | 'input' | 'li' | 'ol'>(
  name: string,
  tag: Tag,
  useDefaultProps: (root: ItrProgressContextValue) => Readonly<Record<string, unknown>> | undefined,
) {
  const displayName = `ItrProgress${name}`
  const component = forwardRef<HTMLElementTagNameMap[Tag], ItrPartProps<Tag>>((props, ref) => {
    const root = useRoot(`<${displayName}>`)
    const defaultProps = useDefaultProps(root)
    return defaultProps ? (
      <Part
        name={name.toLowerCase()}
        tag={tag}
        result={root.result}
        defaultProps={defaultProps}
        props={props}
        forwardedRef={ref}
      />
    ) : null
  })
  component.displayName = displayName
  return component
}
