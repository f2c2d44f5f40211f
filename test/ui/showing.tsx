import { render, screen } from '@testing-library/react'
import type { ReactElement } from 'react'
import { vi } from 'vitest'
import type { ItrJobStatusResult } from '../../src/polling/ItrJobStatusResult.ts'
import { ItrProgress } from '../../src/ui/root/ItrProgress.tsx'
import type { ItrProgressBaseProps } from '../../src/ui/root/ItrProgressProps.ts'

/** Puts the widget on the page with this result, and lets it have others afterwards. */
export function show(result: ItrJobStatusResult, props: ItrProgressBaseProps = {}) {
  const { rerender, container, unmount } = render(<ItrProgress {...props} result={result} />)
  return {
    container,
    unmount,
    thenShow: (next: ItrJobStatusResult, others: ItrProgressBaseProps = props) =>
      rerender(<ItrProgress {...others} result={next} />),
  }
}

export const queryPart = (name: string) => document.querySelector<HTMLElement>(`[data-itr-part="${name}"]`)

export function part(name: string): HTMLElement {
  const element = queryPart(name)
  if (!element) throw new Error(`no part "${name}" is on the page`)
  return element
}

/** The labels of what the person can do, in their order. */
export const waysOnScreen = () => [...part('actions').children].map(({ textContent }) => textContent)

/** Each step as its label and its state, as the eye and the ear have them. */
export const stepsOnScreen = () =>
  screen.queryAllByRole('listitem').map((step) => [step.textContent, step.dataset.stepState])

/** Renders what must throw; React and jsdom each tell the console as well. */
export function renderBroken(element: ReactElement) {
  const silence = (event: Event) => event.preventDefault()
  const error = vi.spyOn(console, 'error').mockImplementation(() => {})
  window.addEventListener('error', silence)
  try {
    render(element)
  } finally {
    window.removeEventListener('error', silence)
    error.mockRestore()
  }
}
