import { ItrProgress, type ItrJobStatusResult, type ItrPhase, type ItrProgressBaseProps } from 'itr-progress'
import { ur } from 'itr-progress/locales/ur'
import 'itr-progress/styles.css'
import { itrResult } from 'itr-progress/testing'
import { afterEach, expect, it } from 'vitest'
import { render } from 'vitest-browser-react'
import { cdp } from 'vitest/browser'

const plan = [
  'create_client',
  { id: 'download_profile', label: 'Einkommensteuererklärungsbestätigungsverfahren' },
]
const phases: ItrPhase[] = [
  'connecting',
  'initiated',
  'processing',
  'completed',
  'failed',
  'timed-out',
  'error',
]

async function show({
  width = 480,
  colorScheme = 'normal',
  ...props
}: { width?: number; colorScheme?: string } & ItrProgressBaseProps & { result: ItrJobStatusResult }) {
  const { container } = await render(
    <div style={{ width, colorScheme }}>
      <ItrProgress
        steps={plan}
        showDetails
        onRetry={() => {}}
        onRestart={() => {}}
        onAlternative={() => {}}
        {...props}
      />
    </div>,
  )
  const root = container.querySelector<HTMLElement>('[data-itr-part="root"]')
  if (!root) throw new Error('there is no widget')
  return root
}

/** Asks the page as a person's system would. */
const prefer = (name: string, value: string) =>
  cdp().send('Emulation.setEmulatedMedia', { features: [{ name, value }] })
afterEach(async () => {
  await cdp().send('Emulation.setEmulatedMedia', { features: [] })
  document.documentElement.style.removeProperty('font-size')
})

const beyond = (root: HTMLElement) => {
  const { left, right } = root.getBoundingClientRect()
  return [...root.querySelectorAll('*')].filter((part) => {
    const box = part.getBoundingClientRect()
    return box.right > right || box.left < left
  })
}

const surface = (root: HTMLElement) => getComputedStyle(root).backgroundColor

// WCAG 1.4.10
it.each(phases)('%s reflows in a column of 240 px', async (phase) => {
  const root = await show({ width: 240, result: itrResult(phase) })
  expect(root.getBoundingClientRect().width).toBe(240)
  expect(beyond(root)).toEqual([])
})

// WCAG 1.4.4
it.each(phases)('%s has room for text of twice the size in 320 px', async (phase) => {
  document.documentElement.style.fontSize = '200%'
  const root = await show({ width: 320, result: itrResult(phase) })
  expect(getComputedStyle(root).fontSize).toBe('32px')
  expect(root.getBoundingClientRect().width).toBe(320)
  expect(beyond(root)).toEqual([])
})

// WCAG 1.4.12
it.each(phases)('%s has room for text that is spaced out', async (phase) => {
  const style = { lineHeight: 2, letterSpacing: '0.12em', wordSpacing: '0.16em' }
  const root = await show({ width: 320, style, result: itrResult(phase) })
  expect(beyond(root)).toEqual([])
  const cut = [...root.querySelectorAll('h2, p, button, li')].filter(
    (part) => part.scrollHeight > Math.ceil(part.getBoundingClientRect().height),
  )
  expect(cut).toEqual([])
})

it('words from right to left turn the rail, the panel and the marks around', async () => {
  const root = await show({ width: 320, result: itrResult('failed'), messages: ur })
  expect(beyond(root)).toEqual([])
  const box = (selector: string) => root.querySelector(selector)!.getBoundingClientRect()
  expect(box('.itr-icon').left).toBeGreaterThan(box('.itr-label').right - 1)
  expect(getComputedStyle(root.querySelector('[data-itr-part="message"]')!).borderRightWidth).toBe('4px')
  expect(getComputedStyle(root.querySelector('[data-itr-part="heading"]')!).paddingLeft).toBe('0px')
})

it('steps of which none is known yet have their place kept, and are no empty list to those who listen', async () => {
  const getSteps = (root: HTMLElement) => root.querySelector<HTMLElement>('[data-itr-part="steps"]')!
  const list = getSteps(await show({ result: itrResult('connecting'), steps: [] }))
  expect(list.getBoundingClientRect().height).toBeGreaterThan(60)
  expect(list.checkVisibility({ visibilityProperty: true })).toBe(false)
  expect(getComputedStyle(list, '::before').visibility).toBe('visible')
  const none = await show({ result: itrResult('idle'), steps: [] })
  expect(getSteps(none).getBoundingClientRect().height).toBe(0)
})

it('ways out stand beside each other where there is room, and as wide as the widget where there is none', async () => {
  const topsIn = async (width: number) => {
    const root = await show({ width, result: itrResult('error') })
    return new Set([...root.querySelectorAll('button')].map((button) => button.getBoundingClientRect().top))
      .size
  }
  expect(await topsIn(640)).toBe(1)
  expect(await topsIn(420)).toBe(3)
})

it('those who want more contrast get text in no fainter colour than the rest', async () => {
  const hint = async () => {
    const root = await show({ result: itrResult('processing', { connection: 'offline' }) })
    return getComputedStyle(root.querySelector('.itr-hint')!).color
  }
  const usual = await hint()
  await prefer('prefers-contrast', 'more')
  expect(await hint()).not.toBe(usual)
  expect(await hint()).toBe(getComputedStyle(await show({ result: itrResult('processing') })).color)
})

it('in forced colours each mark is drawn in one of the system’s', async () => {
  await prefer('forced-colors', 'active')
  const root = await show({ result: itrResult('failed', { failure: 'portal_unavailable' }) })
  const system = (name: string) => {
    const probe = root.appendChild(document.createElement('i'))
    probe.style.cssText = `forced-color-adjust: none; color: ${name}`
    const { color } = getComputedStyle(probe)
    probe.remove()
    return color
  }
  const ground = (state: string) =>
    getComputedStyle(root.querySelector(`[data-step-state="${state}"] .itr-icon`)!).backgroundColor
  expect(ground('completed')).toBe(system('Highlight'))
  expect(ground('failed')).toBe(system('CanvasText'))
  expect(getComputedStyle(root.querySelector('button')!).backgroundColor).toBe(system('Highlight'))
})

// WCAG 2.5.8
it.each(['failed', 'timed-out', 'error'] as const)('every button of %s can be hit', async (phase) => {
  const root = await show({ result: itrResult(phase) })
  const sizes = [...root.querySelectorAll('button')].map((button) => button.getBoundingClientRect())
  expect(sizes.length).toBeGreaterThan(1)
  for (const { width, height } of sizes) expect(Math.min(width, height)).toBeGreaterThanOrEqual(24)
})

it('is dark on a dark page, light on a page that says nothing, and what it is told to be on either', async () => {
  const result = itrResult('processing')
  const light = surface(await show({ result, colorScheme: 'light' }))
  const dark = surface(await show({ result, colorScheme: 'dark' }))
  expect(dark).not.toBe(light)
  expect(surface(await show({ result }))).toBe(light)
  expect(surface(await show({ result, colorScheme: 'light', appearance: { theme: 'dark' } }))).toBe(dark)
  expect(surface(await show({ result, colorScheme: 'dark', appearance: { theme: 'light' } }))).toBe(light)
})

it('a token of the host is taken, from around the widget and from its appearance', async () => {
  document.documentElement.style.setProperty('--itr-surface', 'rgb(1, 2, 3)')
  expect(surface(await show({ result: itrResult('processing') }))).toBe('rgb(1, 2, 3)')
  document.documentElement.style.removeProperty('--itr-surface')
  const appearance = { variables: { surface: 'rgb(4, 5, 6)' } }
  expect(surface(await show({ result: itrResult('processing'), appearance }))).toBe('rgb(4, 5, 6)')
})
