import { ItrProgress, type ItrJobStatusResult, type ItrProgressBaseProps } from 'itr-progress'
import 'itr-progress/styles.css'
import { itrResult } from 'itr-progress/testing'
import { afterEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { phases } from './phases.ts'

const everything = {
  steps: ['create_client', 'download_profile', 'download_itr'],
  onRestart: () => {},
  onAlternative: () => {},
  reportHref: '/report',
} satisfies ItrProgressBaseProps

async function show(
  props: ItrProgressBaseProps & { result: ItrJobStatusResult },
  style: React.CSSProperties = {},
) {
  const { container } = await render(
    <div style={style}>
      <ItrProgress {...everything} {...props} />
    </div>,
  )
  return container.querySelector<HTMLElement>('[data-itr-part="root"]')!
}

/** The live region is empty at first. */
const hasSpoken = (root: HTMLElement) =>
  expect.poll(() => root.querySelector('[role="status"]')?.textContent).not.toBe('')

describe('what a screen reader is given', () => {
  it.each(phases)('in %s', async (phase) => {
    const root = await show({ result: itrResult(phase) })
    if (phase !== 'idle') await hasSpoken(root)
    await expect.element(page.elementLocator(root)).toMatchAriaSnapshot()
  })

  it('of a job that takes long, on a network that comes and goes, for a support desk', async () => {
    const result = itrResult('processing', { isDelayed: true, connection: 'reconnecting', updatedAt: null })
    const root = await show({ result, showDetails: true })
    await hasSpoken(root)
    await expect.element(page.elementLocator(root)).toMatchAriaSnapshot()
  })
})

afterEach(() => {
  document.documentElement.style.removeProperty('font-size')
})

/** Parts of which something is cut off, or that stick out of the widget. */
function cutOff(root: HTMLElement) {
  const { left, right } = root.getBoundingClientRect()
  return [...root.querySelectorAll<HTMLElement>('*')].filter((part) => {
    if (part.closest('.itr-hidden')) return false
    const box = part.getBoundingClientRect()
    const isClipped = getComputedStyle(part).overflow !== 'visible' && part.scrollWidth > part.clientWidth + 1
    return box.right > right + 0.5 || box.left < left - 0.5 || isClipped
  })
}

// WCAG 1.4.4, 1.4.10
it.each(phases)('%s is whole at 320 px and 200 % text', async (phase) => {
  document.documentElement.style.fontSize = '200%'
  const root = await show({ result: itrResult(phase), showDetails: true }, { width: 320 })
  expect(root.getBoundingClientRect().width).toBe(320)
  expect(cutOff(root)).toEqual([])
})

// WCAG 1.4.12
it.each(phases)('%s is whole with the text spacing that a person may set', async (phase) => {
  const style = document.createElement('style')
  style.textContent =
    '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }'
  document.head.append(style)
  try {
    expect(cutOff(await show({ result: itrResult(phase), showDetails: true }, { width: 320 }))).toEqual([])
  } finally {
    style.remove()
  }
})

// WCAG 2.5.8
it.each(phases)('whatever can be hit in %s is 24 px high and wide', async (phase) => {
  const root = await show({ result: itrResult(phase) })
  for (const target of root.querySelectorAll('button, a')) {
    const { width, height } = target.getBoundingClientRect()
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(24)
  }
})

// WCAG 2.4.7
it.each(['retry', 'restart', 'alternative', 'heading'])('%s shows that it has the focus', async (name) => {
  const root = await show({ result: itrResult('error') })
  const part = root.querySelector<HTMLElement>(`[data-itr-part="${name}"]`)!
  const look = () => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(part)
    return { outlineStyle, outlineWidth, boxShadow }
  }
  const before = look()
  part.focus({ focusVisible: true } as FocusOptions)
  expect(document.activeElement).toBe(part)
  expect(look()).not.toEqual(before)
})

it('nothing but the ways out is reached with the keyboard', async () => {
  const root = await show({ result: itrResult('failed') })
  const tabbable = [...root.querySelectorAll<HTMLElement>('*')].filter((part) => part.tabIndex >= 0)
  expect(tabbable.map((part) => part.dataset.itrPart)).toEqual(['restart', 'alternative'])
})
