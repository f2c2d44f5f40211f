import { ItrProgress, type ItrPhase } from 'itr-progress'
import 'itr-progress/styles.css'
import { itrResult } from 'itr-progress/testing'
import type { ReactElement } from 'react'
import { describe, expect, it } from 'vitest'
import { render } from 'vitest-browser-react'
import { page } from 'vitest/browser'
import { inDiv, layoutContexts } from './layoutContexts.tsx'
import { phases } from './phases.ts'

async function measure(context: (widget: ReactElement) => ReactElement, phase: ItrPhase) {
  const { container, unmount } = await render(
    context(
      <ItrProgress result={itrResult(phase)} onRestart={() => {}} onAlternative={() => {}} showDetails />,
    ),
  )
  const root = container.querySelector<HTMLElement>('[data-itr-part="root"]')!
  const { left, right, width } = root.getBoundingClientRect()
  const isOverflowing = root.scrollWidth > root.clientWidth
  await unmount()
  return { left, right, width, isOverflowing }
}

describe.each([900, 360])('a page of %i px', (pageWidth) => {
  it.each(Object.entries(layoutContexts))(
    'has the widget in %s at one width of 240 px or more',
    async (_, context) => {
      await page.viewport(pageWidth, 900)
      const boxes = []
      for (const phase of phases) boxes.push({ phase, ...(await measure(context, phase)) })
      expect(new Set(boxes.map(({ width }) => width)).size).toBe(1)
      expect(boxes[0]!.width).toBeGreaterThanOrEqual(240)
      expect(boxes.filter(({ left, right }) => left < 0 || right > pageWidth)).toEqual([])
      expect(boxes.filter(({ isOverflowing }) => isOverflowing)).toEqual([])
    },
  )
})

it('ItrProgress: does not widen a column of 200 px', async () => {
  const { width, isOverflowing } = await measure(inDiv({ width: 200 }), 'processing')
  expect({ width, isOverflowing }).toEqual({ width: 200, isOverflowing: false })
})

it('ItrProgress: leaves room for its margin', async () => {
  const { container } = await render(
    <div style={{ width: 400 }}>
      <ItrProgress result={itrResult('processing')} style={{ margin: 16 }} />
    </div>,
  )
  expect(container.querySelector<HTMLElement>('[data-itr-part="root"]')!.offsetWidth).toBe(368)
})
