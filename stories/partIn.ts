import { expect, waitFor } from 'storybook/test'
import type { ItrPhase } from '../src/index.ts'

/** Returns a part of the first widget in an element. It works in any language of the toolbar. */
export function partIn(element: HTMLElement, name: string): HTMLElement {
  const part = element.querySelector<HTMLElement>(`[data-itr-part="${name}"]`)
  if (!part) throw new Error(`The story has no part "${name}". Expected an element with that data-itr-part.`)
  return part
}

/** Returns the names of the offered actions in their order. */
export const actionsIn = (element: HTMLElement) =>
  [...partIn(element, 'actions').querySelectorAll<HTMLElement>('[data-itr-part]')].map(
    (part) => part.dataset.itrPart,
  )

/** Waits at most 10 s for a phase of the widget. */
export const untilPhase = (element: HTMLElement, phase: ItrPhase) =>
  waitFor(() => expect(partIn(element, 'root')).toHaveAttribute('data-phase', phase), { timeout: 10_000 })
