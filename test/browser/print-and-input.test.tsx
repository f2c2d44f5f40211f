import { ItrProgressAnnouncer, ItrProgressRestart, type ItrProgressProps } from 'itr-progress'
import 'itr-progress/styles.css'
import { itrResult } from 'itr-progress/testing'
import { afterEach, describe, expect, it } from 'vitest'
import { cdp } from 'vitest/browser'
import { getBackground, getColour, getContrast } from './contrast.ts'
import { find, renderRoot } from './renderRoot.tsx'

const emulate = (media: string, ...features: { name: string; value: string }[]) =>
  cdp().send('Emulation.setEmulatedMedia', { media, features })
afterEach(() => emulate(''))

const defaults = {
  steps: ['create_client', 'download_profile', 'download_itr', 'download_26as', 'download_ais'],
  reportHref: 'https://example.com/report.pdf',
}
const show = (props: ItrProgressProps, colorScheme = 'light') =>
  renderRoot({ ...defaults, ...props }, { width: 480, colorScheme })

describe('ItrProgress on paper', () => {
  it('buttons are not printed, also outside of the actions', async () => {
    await emulate('print')
    const children = (
      <>
        <ItrProgressRestart />
        <button>Help</button>
        <ItrProgressAnnouncer />
      </>
    )
    const root = await show({ result: itrResult('failed'), children })
    const displays = [...root.querySelectorAll('button')].map((button) => getComputedStyle(button).display)
    expect(displays).toEqual(['none', 'none'])
  })

  it('the bar and the marks are printed, in colours that the browser does not change', async () => {
    await emulate('print')
    const root = await show({ result: itrResult('failed', { failure: 'portal_unavailable' }) })
    const marks = [
      '.itr-segment',
      '[data-step-state="completed"] .itr-icon',
      '[data-step-state="failed"] .itr-icon',
    ]
    for (const mark of marks) {
      const { backgroundColor, printColorAdjust } = getComputedStyle(find(root, mark))
      expect(backgroundColor).not.toBe('rgba(0, 0, 0, 0)')
      expect(printColorAdjust).toBe('exact')
    }
    const getShape = (mark: string) => getComputedStyle(find(root, mark)).clipPath
    expect(getShape(marks[1]!)).not.toBe(getShape(marks[2]!))
  })

  it.each(['error', 'completed'] as const)('no action of %s is printed', async (phase) => {
    const root = await show({ result: itrResult(phase) })
    const action = find(root, 'button, a')
    expect(action.checkVisibility()).toBe(true)
    await emulate('print')
    expect(action.checkVisibility()).toBe(false)
  })

  it.each(['auto', 'dark'] as const)('a dark page with the theme %s is light', async (theme) => {
    const root = await show({ result: itrResult('processing'), appearance: { theme } }, 'dark')
    expect(getComputedStyle(root).backgroundColor).toBe('rgb(25, 30, 37)')
    await emulate('print')
    expect(getComputedStyle(root).backgroundColor).toBe('rgb(255, 255, 255)')
  })
})

describe('ItrProgress under prefers-contrast: more', () => {
  it.each(['light', 'dark'])(
    'the track of a %s page has a contrast of 3 to 1 or more',
    async (colorScheme) => {
      await emulate('', { name: 'prefers-contrast', value: 'more' })
      const root = await show({ result: itrResult('processing') }, colorScheme)
      const track = getColour(find(root, '.itr-segment:not(.itr-done)'), 'border-top-color')
      const rail = getColour(find(root, '[data-step-state="current"]'), 'background-color', '::before')
      expect(getContrast(track, getBackground(root))).toBeGreaterThanOrEqual(3)
      expect(getContrast(rail, getBackground(root))).toBeGreaterThanOrEqual(3)
    },
  )

  it('a completed segment is filled and the others are outlined', async () => {
    await emulate('', { name: 'prefers-contrast', value: 'more' })
    const root = await show({ result: itrResult('processing') })
    expect(getComputedStyle(find(root, '.itr-done')).backgroundColor).not.toBe('rgba(0, 0, 0, 0)')
    const track = getComputedStyle(find(root, '.itr-segment:not(.itr-done)'))
    expect([track.backgroundColor, track.borderTopWidth]).toEqual(['rgba(0, 0, 0, 0)', '1px'])
  })
})
