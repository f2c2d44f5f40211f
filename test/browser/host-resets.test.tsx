import {
  ItrProgress,
  ItrProgressActions,
  ItrProgressAlternative,
  ItrProgressAnnouncer,
  ItrProgressRestart,
  type ItrJobStatusResult,
  type ItrProgressBaseProps,
} from 'itr-progress'
import { ta } from 'itr-progress/locales/ta'
import { itrResult } from 'itr-progress/testing'
import type { ReactElement } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { render } from 'vitest-browser-react'
import layered from '../../src/ui/styles.css?inline'
import unlayered from '../../src/ui/styles.unlayered.css?inline'
import { find, findPart, renderRoot } from './renderRoot.tsx'

const reset = '* { box-sizing: border-box; margin: 0; padding: 0 }'

const preflight = `
  @layer theme, base, components, utilities;
  @layer base {
    *, ::after, ::before { box-sizing: border-box; margin: 0; padding: 0; border: 0 solid }
    h1, h2, h3 { font-size: inherit; font-weight: inherit }
    ol, ul, menu { list-style: none }
    button { font: inherit; color: inherit; background-color: transparent; border-radius: 0 }
  }`

const reboot = `
  *, *::before, *::after { box-sizing: border-box }
  h2 { margin-top: 0; margin-bottom: .5rem; font-size: 2rem; font-weight: 500; line-height: 1.2 }
  p, ol, ul, dl { margin-top: 0; margin-bottom: 1rem }
  ol, ul { padding-left: 2rem }
  dd { margin-bottom: .5rem; margin-left: 0 }
  a { color: rgb(13 110 253); text-decoration: underline }
  button { margin: 0; border-radius: 0; font-family: inherit; font-size: inherit; line-height: inherit; text-transform: none }`

/** Stylesheets in the order of the page. */
const hosts: Record<string, readonly string[]> = {
  'no reset': [layered],
  'no reset, unlayered': [unlayered],
  'an unlayered reset': [reset, layered],
  "Tailwind's preflight": [preflight, layered],
  "Tailwind's preflight, imported last": [layered, preflight],
  "Bootstrap's reboot": [reboot, unlayered],
}

const withAnnouncer = (children: ReactElement) => (
  <>
    {children}
    <ItrProgressAnnouncer />
  </>
)

const actions: Record<string, ReactElement> = {
  'without a class': <ItrProgressActions />,
  'with an icon': (
    <ItrProgressActions>
      <ItrProgressRestart>
        <svg width="16" height="16" /> <b>Again</b> <svg width="16" height="16" />
      </ItrProgressRestart>
      <ItrProgressAlternative>
        Upload <svg width="16" height="16" />
      </ItrProgressAlternative>
    </ItrProgressActions>
  ),
}

const adopt = (sheets: readonly string[]) => {
  document.adoptedStyleSheets = sheets.map((css) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    return sheet
  })
}
afterEach(() => adopt([]))

async function show(result: ItrJobStatusResult, props?: ItrProgressBaseProps, width = 480) {
  const steps = ['create_client', 'download_profile', 'download_itr']
  const style = { width, font: '16px/1.5 sans-serif' }
  const root = await renderRoot({ result, steps, showDetails: true, ...props }, style)
  for (const animation of document.getAnimations()) animation.finish()
  return root
}

/** The box of the text inside an element. */
function getTextBox(element: Element): DOMRect {
  const range = document.createRange()
  range.selectNodeContents(element)
  return range.getBoundingClientRect()
}

/** The distances of the text from the edges of a box: left, top, right, bottom. */
function getInsets(outer: Element, inner = outer) {
  const box = outer.getBoundingClientRect()
  const text = getTextBox(inner)
  return [text.left - box.left, text.top - box.top, box.right - text.right, box.bottom - text.bottom]
}

describe.each(Object.entries(hosts))('ItrProgress beside %s', (_, sheets) => {
  it('the card has an inset on each side', async () => {
    adopt(sheets)
    const root = await show(itrResult('failed'))
    const box = root.getBoundingClientRect()
    const heading = findPart(root, 'heading').getBoundingClientRect()
    const steps = findPart(root, 'steps').getBoundingClientRect()
    expect([
      heading.left - box.left,
      heading.top - box.top,
      box.right - heading.right,
      box.bottom - steps.bottom,
    ]).toEqual([21, 21, 21, 21])
  })

  it('the mark does not cover the heading', async () => {
    adopt(sheets)
    const heading = findPart(await show(itrResult('failed')), 'heading')
    const fontSize = Number.parseFloat(getComputedStyle(heading).fontSize)
    expect(fontSize).toBe(18)
    expect(Number.parseFloat(getComputedStyle(heading, '::before').width)).toBeCloseTo(1.15 * fontSize, 0)
    expect(getInsets(heading)[0]).toBeGreaterThan(1.15 * fontSize)
  })

  it('the panel has an inset on each side', async () => {
    adopt(sheets)
    const message = findPart(await show(itrResult('failed')), 'message')
    for (const inset of getInsets(message)) expect(inset).toBeGreaterThanOrEqual(12)
    expect(getComputedStyle(message, '::before').borderLeftWidth).toBe('4px')
  })

  it.each(Object.entries(actions))('the buttons have an inset on each side, %s', async (_, children) => {
    adopt(sheets)
    const root = await show(itrResult('failed'), { children: withAnnouncer(children) })
    expect(root.querySelectorAll('button')).toHaveLength(2)
    for (const button of root.querySelectorAll('button')) {
      const [left, , right] = getInsets(button)
      expect(left).toBeCloseTo(19, 0)
      expect(right).toBeCloseTo(19, 0)
      expect(button.offsetHeight).toBe(44)
    }
  })

  it('the buttons have an inset on each side of a label of two or more lines', async () => {
    adopt(sheets)
    const root = await show(itrResult('failed'), { messages: ta }, 240)
    const button = findPart(root, 'alternative')
    expect(getTextBox(button).height).toBeGreaterThan(40)
    const [left, top, right, bottom] = getInsets(button)
    expect(Math.min(left!, right!)).toBeGreaterThanOrEqual(18)
    expect(Math.min(top!, bottom!)).toBeGreaterThanOrEqual(8)
  })

  it('the steps keep their distance, their marks and no indent', async () => {
    adopt(sheets)
    const root = await show(itrResult('processing', { stepsCompleted: ['create_client'] }))
    const left = findPart(root, 'steps').getBoundingClientRect().left
    const [first, second, third] = [...root.querySelectorAll('li')].map((step) => ({
      box: step.getBoundingClientRect(),
      icon: find(step, '.itr-icon').getBoundingClientRect(),
      label: find(step, '.itr-label').getBoundingClientRect(),
      rail: getComputedStyle(step, '::before').height,
    }))
    expect(left - root.getBoundingClientRect().left).toBe(21)
    expect([first!.icon.left - left, third!.icon.left - left]).toEqual([2, 6])
    expect(second!.box.top - first!.box.bottom).toBe(14)
    expect(first!.label.left - left).toBe(36)
    expect(first!.icon.top - first!.box.top).toBe(2)
    expect(first!.rail).toBe('12px')
  })
})

describe('a button with a class of the host', () => {
  const buttons: Record<string, ReactElement> = {
    className: <ItrProgressRestart className="own" />,
    render: <ItrProgressRestart render={<button className="own">Again</button>} />,
  }

  it.each(Object.entries(buttons))('has the padding of the host: %s', async (_, button) => {
    adopt([layered, '.own { padding: 4px 12px; border: 0 }'])
    const children = withAnnouncer(<ItrProgressActions>{button}</ItrProgressActions>)
    const root = await show(itrResult('failed'), { children })
    const [left, , right] = getInsets(findPart(root, 'restart'))
    expect([left, right]).toEqual([12, 12])
  })
})

describe('a shadow root that adopts styles.css', () => {
  it('draws the widget, with the tokens of its host element', async () => {
    const host = document.body.appendChild(document.createElement('div'))
    host.style.setProperty('--itr-surface', 'rgb(1 2 3)')
    const shadowRoot = host.attachShadow({ mode: 'open' })
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(layered)
    shadowRoot.adoptedStyleSheets.push(sheet)
    const container = shadowRoot.appendChild(document.createElement('div'))
    await render(<ItrProgress result={itrResult('processing')} />, { container })
    const { display, borderTopWidth, backgroundColor } = getComputedStyle(findPart(container, 'root'))
    host.remove()
    expect([display, borderTopWidth, backgroundColor]).toEqual(['flex', '1px', 'rgb(1, 2, 3)'])
  })
})
