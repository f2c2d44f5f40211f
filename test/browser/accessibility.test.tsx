import type { ItrJobStatusResult, ItrProgressBaseProps } from 'itr-progress'
import 'itr-progress/styles.css'
import { itrResult } from 'itr-progress/testing'
import { afterEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { phases } from './phases.ts'
import { renderRoot } from './renderRoot.tsx'

const defaults = {
  steps: [
    'create_client',
    { id: 'download_profile', label: 'Einkommensteuererklärungsbestätigungsverfahren' },
    'download_itr',
  ],
  reportHref: '/report',
} satisfies ItrProgressBaseProps

type Props = ItrProgressBaseProps & { result: ItrJobStatusResult }

const show = (props: Props, width?: number) => renderRoot({ ...defaults, ...props }, { width })

describe('the accessibility tree', () => {
  const steps = ['create_client', 'download_profile', 'download_itr']
  const matchSnapshot = async (props: Props) => {
    const root = await show({ steps, ...props })
    // The live region is empty at first.
    if (props.result.phase !== 'idle')
      await expect.poll(() => root.querySelector('[role="status"]')?.textContent).not.toBe('')
    await expect.element(page.elementLocator(root)).toMatchAriaSnapshot()
  }

  it.each(phases)('matches the snapshot in %s', (phase) => matchSnapshot({ result: itrResult(phase) }))

  it('matches the snapshot of a delayed job that reconnects, with details', () =>
    matchSnapshot({
      result: itrResult('processing', { isDelayed: true, connection: 'reconnecting', updatedAt: null }),
      showDetails: true,
    }))
})

describe.each([
  ['at 240 px (WCAG 1.4.10)', 240, ''],
  ['at 320 px and 200 % text (WCAG 1.4.4)', 320, 'html { font-size: 200% }'],
  [
    'with spaced text (WCAG 1.4.12)',
    320,
    `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
     p { margin-block-end: 2em !important }`,
  ],
])('layout %s', (_, width, css) => {
  const style = document.createElement('style')
  afterEach(() => style.remove())

  const isCutOff = (part: HTMLElement, root: HTMLElement) => {
    const outer = root.getBoundingClientRect()
    const box = part.getBoundingClientRect()
    return (
      box.right > outer.right + 0.5 ||
      box.left < outer.left - 0.5 ||
      (part.textContent !== '' &&
        getComputedStyle(part).overflow !== 'visible' &&
        part.scrollWidth > part.clientWidth + 1) ||
      (part.matches('h2, p, button, .itr-label') && part.scrollHeight > Math.ceil(box.height))
    )
  }

  it.each(phases)('cuts off nothing of %s', async (phase) => {
    style.textContent = css
    document.head.append(style)
    const root = await show({ result: itrResult(phase), showDetails: true }, width)
    expect(root.getBoundingClientRect().width).toBe(width)
    const parts = [...root.querySelectorAll<HTMLElement>('*:not(.itr-hidden)')]
    expect(parts.filter((part) => isCutOff(part, root)).map(({ outerHTML }) => outerHTML)).toEqual([])
  })
})

describe('keyboard and pointer', () => {
  it.each(phases)('has targets of at least 24 by 24 px in %s (WCAG 2.5.8)', async (phase) => {
    const root = await show({ result: itrResult(phase) })
    const targets = [...root.querySelectorAll('button, a')].map((target) => target.getBoundingClientRect())
    if (['failed', 'timed-out', 'error'].includes(phase)) expect(targets.length).toBeGreaterThan(1)
    for (const { width, height } of targets) expect(Math.min(width, height)).toBeGreaterThanOrEqual(24)
  })

  it('reaches only the actions by Tab', async () => {
    const root = await show({ result: itrResult('failed') })
    const tabbable = [...root.querySelectorAll<HTMLElement>('*')].filter((part) => part.tabIndex >= 0)
    expect(tabbable.map((part) => part.dataset.itrPart)).toEqual(['restart', 'alternative', 'portal'])
  })
})
