import { ItrProgress, type ItrProgressProps } from 'itr-progress'
import type { CSSProperties } from 'react'
import { render } from 'vitest-browser-react'

/** Renders the widget with all its actions in a box of that style, and returns the root. */
export async function renderRoot(props: ItrProgressProps, style?: CSSProperties): Promise<HTMLElement> {
  const { container } = await render(
    <div style={style}>
      <ItrProgress onRetry={() => {}} onRestart={() => {}} onAlternative={() => {}} {...props} />
    </div>,
  )
  return findPart(container, 'root')
}

export const find = (root: Element, selector: string) => root.querySelector<HTMLElement>(selector)!
export const findPart = (root: Element, name: string) => find(root, `[data-itr-part="${name}"]`)
