import { ItrProgress, type ItrProgressProps } from 'itr-progress'
import 'itr-progress/styles.css'
import { itrResult } from 'itr-progress/testing'
import { describe, expect, it } from 'vitest'
import { render } from 'vitest-browser-react'
import { contrast, colourOf, groundOf } from './contrast.ts'
import { phases } from './phases.ts'

const steps = ['create_client', 'download_profile', 'download_itr', 'download_26as', 'download_ais']

async function show(colorScheme: 'light' | 'dark', props: ItrProgressProps) {
  const { container } = await render(
    <div style={{ colorScheme, width: 420 }}>
      <ItrProgress
        steps={steps}
        showDetails
        reportHref="https://example.com/report.pdf"
        onRetry={() => {}}
        onRestart={() => {}}
        onAlternative={() => {}}
        {...props}
      />
    </div>,
  )
  return container.querySelector<HTMLElement>('[data-itr-part="root"]')!
}

const isSeen = (element: Element) =>
  !element.closest('.itr-hidden, [data-itr-part="announcer"], [data-itr-part="field"]')

/** Elements that hold text of their own which is seen. */
const textsIn = (root: HTMLElement) =>
  [...root.querySelectorAll<HTMLElement>('*')].filter(
    (element) =>
      isSeen(element) &&
      [...element.childNodes].some(({ nodeType, textContent }) => nodeType === 3 && textContent?.trim()),
  )

describe.each(['light', 'dark'] as const)('on a %s page', (colorScheme) => {
  // WCAG 1.4.3
  it.each(phases)('every text of %s stands out 4.5 to 1', async (phase) => {
    const root = await show(colorScheme, { result: itrResult(phase, { connection: 'offline' }) })
    const texts = textsIn(root)
    expect(texts.length).toBeGreaterThan(5)
    const faint = texts
      .map((element) => ({
        text: element.textContent,
        ratio: contrast(colourOf(element, 'color'), groundOf(element)),
      }))
      .filter(({ ratio }) => ratio < 4.5)
    expect(faint).toEqual([])
  })

  // WCAG 1.4.11
  it.each(phases)('every mark of %s stands out 3 to 1', async (phase) => {
    const root = await show(colorScheme, { result: itrResult(phase, { connection: 'offline' }) })
    const marks: [what: string, ratio: number][] = []
    const surface = groundOf(root)
    const see = (
      what: string,
      elements: Iterable<Element>,
      property: string,
      pseudo?: string,
      ground = surface,
    ) => {
      for (const element of elements)
        marks.push([what, contrast(colourOf(element, property, pseudo), ground)])
    }
    const all = (selector: string) => root.querySelectorAll(selector)
    const stepIn = (state: string) => all(`[data-step-state="${state}"] .itr-icon`)
    see('step done', stepIn('completed'), 'background-color')
    see('step failed', stepIn('failed'), 'background-color')
    see('step under way', stepIn('current'), 'border-top-color')
    see('step to come', stepIn('upcoming'), 'border-top-color')
    see('what is done of the bar', all('.itr-done'), 'background-color')
    const track = root.querySelector('.itr-segment:not(.itr-done)')
    if (track)
      see(
        'done, beside what is not',
        all('.itr-done'),
        'background-color',
        '',
        colourOf(track, 'background-color'),
      )
    see('hint', all('.itr-hint'), 'background-color', '::before')
    see('edge of a button', all('button, a'), 'border-top-color')
    if (['completed', 'failed', 'timed-out', 'error'].includes(phase))
      see('mark of the heading', all('[data-itr-part="heading"]'), 'background-color', '::before')
    if (['failed', 'timed-out', 'error'].includes(phase))
      see('edge of the panel', all('[data-itr-part="message"]'), 'border-inline-start-color')
    expect(marks.length).toBeGreaterThan(3)
    expect(marks.filter(([, ratio]) => ratio < 3)).toEqual([])
  })

  it('a focused button has a ring around it that stands out 3 to 1', async () => {
    const root = await show(colorScheme, { result: itrResult('error') })
    for (const button of root.querySelectorAll('button')) {
      button.focus({ focusVisible: true } as FocusOptions)
      expect(getComputedStyle(button).outlineStyle).toBe('solid')
      expect(Number.parseFloat(getComputedStyle(button).outlineWidth)).toBeGreaterThanOrEqual(2)
      expect(contrast(colourOf(button, 'outline-color'), groundOf(root))).toBeGreaterThanOrEqual(3)
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
  ])('the filled button is legible in an accent of %s', async (accent) => {
    const root = await show(colorScheme, {
      result: itrResult('timed-out'),
      appearance: { variables: { accent } },
    })
    const button = root.querySelector('button')!
    expect(contrast(colourOf(button, 'color'), groundOf(button))).toBeGreaterThanOrEqual(4.5)
  })
})
