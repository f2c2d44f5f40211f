'use client'

import {
  cloneElement,
  isValidElement,
  version,
  type ComponentPropsWithoutRef,
  type CSSProperties,
  type ElementType,
  type HTMLAttributes,
  type ReactElement,
  type Ref,
} from 'react'
import { useMergedRefs, type AnyRef } from '../../internal/useMergedRefs.ts'
import type { ItrJobStatusResult } from '../../polling/ItrJobStatusResult.ts'
import { mergeProps } from './mergeProps.ts'

/** The state that `className`, `style` and `render` may depend on. */
export type ItrProgressState = Pick<ItrJobStatusResult, 'phase' | 'connection' | 'isDelayed'>

/** The attributes for the element that `render` returns, `ref` included. */
// oxlint-disable-next-line typescript/no-explicit-any -- the host chooses the element
export type ItrRenderProps = HTMLAttributes<any> & { ref?: Ref<any> } & Record<string, unknown>

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

/**
 * Returns one element of the component. The host can change its attributes, look and ref, and replace it with `render`.
 *
 * @param name the value of `data-itr-part`
 * @param defaultProps undefined if the part is not rendered
 * @param props the host's props
 */
export function usePart(
  name: string,
  Tag: ElementType,
  result: ItrJobStatusResult,
  defaultProps: Readonly<Record<string, unknown>> | undefined,
  props: ItrLookProps,
  forwardedRef: AnyRef,
): ReactElement | null {
  const { render } = props
  const element = isValidElement<Record<string, unknown>>(render) ? render : undefined
  const ref = useMergedRefs(forwardedRef, element && getElementRef(element)) as never
  if (!defaultProps) return null
  const { phase, connection, isDelayed } = result
  const state = { phase, connection, isDelayed }
  const resolve = <Look extends string | object | undefined>(
    look: Look | ((state: ItrProgressState) => Look),
  ) => (typeof look === 'function' ? look(state) : look)
  const hostProps = {
    ...props,
    className: resolve(props.className),
    style: resolve(props.style),
    render: undefined,
  }
  const attributes: ItrRenderProps = Object.assign(mergeProps(defaultProps, hostProps), {
    'data-itr-part': name,
    'data-phase': phase,
    'data-polling': result.isPolling ? '' : undefined,
    ref,
  })
  if (element) return cloneElement(element, { ...mergeProps(attributes, element.props), ref })
  return typeof render === 'function' ? render(attributes, state) : <Tag {...attributes} />
}

/** React 19 keeps the ref of an element in its props, React 18 beside them. Each warns if the other place is read. */
function getElementRef(element: ReactElement): AnyRef {
  const holder: unknown = Number.parseInt(version) < 19 ? element : element.props
  return (holder as { ref?: AnyRef }).ref
}
