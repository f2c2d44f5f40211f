import type { ItrProgressProps } from 'itr-progress'
import 'itr-progress/styles.css'
import { itrResult } from 'itr-progress/testing'
import { describe, expect, it } from 'vitest'
import {
  getBackground,
  getColour,
  getContrast,
  getTextContrast,
  hasVisibleText,
  type Rgb,
} from './contrast.ts'
import { phases } from './phases.ts'
import { renderRoot } from './renderRoot.tsx'

const defaults = {
  steps: ['create_client', 'download_profile', 'download_itr', 'download_26as', 'download_ais'],
  showDetails: true,
  reportHref: 'https://example.com/report.pdf',
}

describe.each(['light', 'dark'] as const)('ItrProgress on a %s page', (colorScheme) => {
  const show = (props: ItrProgressProps) => renderRoot({ ...defaults, ...props }, { colorScheme, width: 420 })

  it.each(phases)('text and marks of %s have enough contrast (WCAG 1.4.3, 1.4.11)', async (phase) => {
    const root = await show({ result: itrResult(phase, { connection: 'offline' }) })
    const texts = [...root.querySelectorAll('*')].filter(hasVisibleText)
    expect(texts.length).toBeGreaterThan(5)
    expect(texts.filter((text) => getTextContrast(text) < 4.5)).toEqual([])

    const surface = getBackground(root)
    const track = root.querySelector('.itr-segment:not(.itr-done)')
    const getStepIcon = (state: string) => `[data-step-state="${state}"] .itr-icon`
    const marks: [selector: string, property: string, pseudo?: string, background?: Rgb][] = [
      [getStepIcon('completed'), 'background-color'],
      [getStepIcon('failed'), 'background-color'],
      [getStepIcon('current'), 'border-top-color'],
      [getStepIcon('upcoming'), 'border-top-color'],
      ['.itr-done', 'background-color'],
      ['.itr-done', 'background-color', '', track ? getColour(track, 'background-color') : surface],
      ['.itr-hint', 'background-color', '::before'],
      ['button, a', 'border-top-color'],
    ]
    const isTerminalOrStopped = ['completed', 'failed', 'timed-out', 'error'].includes(phase)
    if (isTerminalOrStopped) marks.push(['[data-itr-part="heading"]', 'background-color', '::before'])
    if (isTerminalOrStopped && phase !== 'completed')
      marks.push(['[data-itr-part="message"]', 'border-inline-start-color', '::before'])
    const contrasts = marks.flatMap(([selector, property, pseudo, background = surface]) =>
      [...root.querySelectorAll(selector)].map(
        (mark) => [selector, getContrast(getColour(mark, property, pseudo), background)] as const,
      ),
    )
    expect(contrasts.length).toBeGreaterThan(3)
    expect(contrasts.filter(([, contrast]) => contrast < 3)).toEqual([])
  })

  it('the focus rings of buttons and the heading have a contrast of 3 to 1 (WCAG 1.4.11, 2.4.7)', async () => {
    const root = await show({ result: itrResult('error') })
    const targets = [...root.querySelectorAll<HTMLElement>('button, h2')]
    expect(targets).toHaveLength(4)
    for (const target of targets) {
      expect(getComputedStyle(target).outlineStyle).toBe('none')
      target.focus({ focusVisible: true } as FocusOptions)
      expect(document.activeElement).toBe(target)
      expect(getComputedStyle(target).outlineStyle).toBe('solid')
      expect(Number.parseFloat(getComputedStyle(target).outlineWidth)).toBeGreaterThanOrEqual(2)
      expect(getContrast(getColour(target, 'outline-color'), getBackground(root))).toBeGreaterThanOrEqual(3)
    }
  })

  it.each([
    '#ffd400',
    '#0a5',
    '#3b82f6',
    '#777',
    '#e4002b',
    '#101010',
    'white',
    'hotpink',
    'oklch(0.6 0.2 150)',
  ])('the primary button is legible with the accent %s', async (accent) => {
    const appearance = { variables: { accent } }
    const root = await show({ result: itrResult('timed-out'), appearance })
    expect(getTextContrast(root.querySelector('button')!)).toBeGreaterThanOrEqual(4.5)
  })
})
