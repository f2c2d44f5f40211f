import { render } from '@testing-library/react'
import type { ReactElement } from 'react'
import { vi } from 'vitest'
import type { ItrJobStatusResult } from '../../src/polling/ItrJobStatusResult.ts'
import { ItrProgress } from '../../src/ui/root/ItrProgress.tsx'
import type { ItrProgressBaseProps } from '../../src/ui/root/ItrProgressProps.ts'

/** Renders the component with a result. `thenShow` renders it again with another one. */
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
  if (!element) throw new Error(`there is no part "${name}" on the page`)
  return element
}

/** Renders an element that throws. React and jsdom report the error to the console too. */
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
