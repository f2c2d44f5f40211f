import { expect, waitFor } from 'storybook/test'
import type { ItrPhase } from '../src/index.ts'

/** A part of the first widget there, by its `data-itr-part`: a story is tested by it in any language. */
export function partIn(element: HTMLElement, name: string): HTMLElement {
  const part = element.querySelector<HTMLElement>(`[data-itr-part="${name}"]`)
  if (!part) throw new Error(`There is no part "${name}".`)
  return part
}

/** The ways out that are offered, in their order. */
export const waysOutIn = (element: HTMLElement) =>
  [...partIn(element, 'actions').querySelectorAll<HTMLElement>('[data-itr-part]')].map(
    (part) => part.dataset.itrPart,
  )

/** Until the widget is in this phase, for at most 10 s. */
export const untilPhase = (element: HTMLElement, phase: ItrPhase) =>
  waitFor(() => expect(partIn(element, 'root')).toHaveAttribute('data-phase', phase), { timeout: 10_000 })
