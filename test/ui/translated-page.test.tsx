import { describe, expect, it } from 'vitest'
import { hi } from '../../src/locales/hi.ts'
import type { ItrJobStatusResult } from '../../src/polling/ItrJobStatusResult.ts'
import { itrResult } from '../../src/testing/itrResult.ts'
import type { ItrProgressBaseProps } from '../../src/ui/root/ItrProgressProps.ts'
import { show } from './show.tsx'

/** Moves each text into a `<font>`, as a browser's translator does. React knows none of the new nodes. */
function translate(container: Element) {
  const walker = document.createTreeWalker(container, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  while (walker.nextNode()) texts.push(walker.currentNode as Text)
  for (const text of texts) {
    const font = document.createElement('font')
    font.textContent = text.data
    text.replaceWith(font)
  }
}

const props = { steps: ['a', 'b'], onRestart: () => {}, onAlternative: () => {}, showDetails: true }
const first = itrResult('processing', { currentStep: 'a', stepsCompleted: [] })

describe('ItrProgress on a page under a browser’s translator', () => {
  it.each<[string, ItrJobStatusResult, ItrProgressBaseProps?]>([
    ['the next step', itrResult('processing', { currentStep: 'b', stepsCompleted: ['a'] })],
    ['a later response', itrResult('processing', { ...first.job, updatedAt: '2026-04-07T11:26:00.000Z' })],
    ['a delay', itrResult('processing', { ...first.job, isDelayed: true, connection: 'reconnecting' })],
    ['completed', itrResult('completed')],
    ['failed', itrResult('failed')],
    ['timed-out', itrResult('timed-out')],
    ['another reference', itrResult('failed', { reference: '2222-2222' })],
    ['another language', first, { ...props, messages: hi }],
  ])('shows the texts of %s', (_, next, nextProps = props) => {
    const fresh = show(next, nextProps)
    const expected = fresh.container.textContent
    fresh.unmount()
    for (const start of [first, itrResult('connecting'), itrResult('failed')]) {
      const { container, thenShow, unmount } = show(start, props)
      translate(container)
      thenShow(next, nextProps)
      expect(container.textContent).toBe(expected)
      unmount()
    }
  })
})
