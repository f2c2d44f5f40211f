import {
  ItrProgressActions,
  ItrProgressAlternative,
  ItrProgressAnnouncer,
  ItrProgressBar,
  ItrProgressHeading,
  ItrProgressMessage,
  ItrProgressPortal,
  ItrProgressReport,
  ItrProgressRestart,
  ItrProgressRetry,
  ItrProgressStep,
  ItrProgressSteps,
  ItrProgressTiming,
  type ItrJobStatusResult,
  type ItrPhase,
  type ItrProgressBaseProps,
} from 'itr-progress'
import 'itr-progress/styles.css'
import { itrResult } from 'itr-progress/testing'
import type { ComponentType } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { cdp } from 'vitest/browser'
import { find, findPart, renderRoot } from './renderRoot.tsx'

const processing = itrResult('processing')

interface Props extends ItrProgressBaseProps {
  colorScheme?: string
  result?: ItrJobStatusResult
}

const show = ({ colorScheme, result = processing, ...props }: Props) =>
  renderRoot({ steps: ['create_client', 'download_profile'], result, ...props }, { width: 480, colorScheme })

const emulateMedia = (...features: { name: string; value: string }[]) =>
  cdp().send('Emulation.setEmulatedMedia', { features })
afterEach(() => emulateMedia())

const getSurface = async (props: Props) => getComputedStyle(await show(props)).backgroundColor

describe('ItrProgress: layout', () => {
  it('reserves room for steps that are not known yet, hidden from screen readers', async () => {
    const list = findPart(await show({ result: itrResult('connecting'), steps: [] }), 'steps')
    expect(list.getBoundingClientRect().height).toBeGreaterThan(60)
    expect(list.checkVisibility({ visibilityProperty: true })).toBe(false)
    expect(getComputedStyle(list, '::before').visibility).toBe('visible')
    const idle = await show({ result: itrResult('idle'), steps: [] })
    expect(findPart(idle, 'steps').getBoundingClientRect().height).toBe(0)
  })
})

const Steps = ({ hidden }: { hidden: boolean }) => (
  <ItrProgressSteps>
    {(step) => <ItrProgressStep key={step.id} step={step} hidden={hidden} />}
  </ItrProgressSteps>
)

/** Each visible part, and a phase that renders it. */
const parts: Record<string, [ItrPhase, ComponentType<{ hidden: boolean }>]> = {
  heading: ['failed', ItrProgressHeading],
  bar: ['failed', ItrProgressBar],
  timing: ['failed', ItrProgressTiming],
  message: ['failed', ItrProgressMessage],
  actions: ['failed', ItrProgressActions],
  retry: ['error', ItrProgressRetry],
  restart: ['error', ItrProgressRestart],
  alternative: ['error', ItrProgressAlternative],
  portal: ['failed', ItrProgressPortal],
  report: ['completed', ItrProgressReport],
  steps: ['connecting', ItrProgressSteps],
  step: ['failed', Steps],
}

describe('ItrProgress: hidden', () => {
  it.each(Object.entries(parts))('hides %s', async (name, [phase, Part]) => {
    const root = await show({
      result: itrResult(phase, { failure: phase === 'failed' ? 'account_locked' : null }),
      steps: phase === 'connecting' ? [] : ['create_client'],
      reportHref: 'https://example.com/report.pdf',
      children: (
        <>
          <Part hidden />
          <ItrProgressAnnouncer />
        </>
      ),
    })
    expect(findPart(root, name).checkVisibility()).toBe(false)
  })

  it('hides the root', async () => {
    expect((await show({ hidden: true })).checkVisibility()).toBe(false)
  })

  it('renders a root that is hidden until found', async () => {
    const root = await show({})
    root.setAttribute('hidden', 'until-found')
    const { display, contentVisibility } = getComputedStyle(root)
    expect([display, contentVisibility]).toEqual(['flex', 'hidden'])
  })
})

describe('ItrProgress: colours', () => {
  it('gives hints the colour of the text under prefers-contrast: more', async () => {
    const getHintColour = async () => {
      const root = await show({ result: itrResult('processing', { connection: 'offline' }) })
      return getComputedStyle(find(root, '.itr-hint')).color
    }
    const usual = await getHintColour()
    await emulateMedia({ name: 'prefers-contrast', value: 'more' })
    expect(await getHintColour()).not.toBe(usual)
    expect(await getHintColour()).toBe(getComputedStyle(await show({ result: processing })).color)
  })

  it('outlines upcoming segments under forced-colors with prefers-contrast: more', async () => {
    await emulateMedia(
      { name: 'forced-colors', value: 'active' },
      { name: 'prefers-contrast', value: 'more' },
    )
    const root = await show({ result: itrResult('initiated') })
    const segment = find(root, '.itr-segment:not(.itr-current)')
    const { borderTopWidth, borderTopColor, color } = getComputedStyle(segment)
    expect([borderTopWidth, borderTopColor]).toEqual(['1px', color])
  })

  it('has room for the first steps under forced-colors', async () => {
    const getHeight = async () =>
      findPart(await show({ steps: undefined, result: itrResult('connecting') }), 'steps').offsetHeight
    const usual = await getHeight()
    await emulateMedia({ name: 'forced-colors', value: 'active' })
    expect(usual).toBeGreaterThan(100)
    expect(await getHeight()).toBe(usual)
  })

  it('leaves the colours of a child of the actions to forced-colors', async () => {
    await emulateMedia({ name: 'forced-colors', value: 'active' })
    const root = await show({
      result: itrResult('error'),
      children: (
        <>
          <ItrProgressActions>
            <ItrProgressRetry />
            <a href="#help" style={{ color: 'rgb(1, 2, 3)' }}>
              Help
            </a>
          </ItrProgressActions>
          <ItrProgressAnnouncer />
        </>
      ),
    })
    expect(getComputedStyle(find(root, '[href="#help"]')).color).not.toBe('rgb(1, 2, 3)')
  })

  it('follows color-scheme, unless appearance.theme says otherwise', async () => {
    const light = await getSurface({ colorScheme: 'light' })
    const dark = await getSurface({ colorScheme: 'dark' })
    expect(dark).not.toBe(light)
    expect(await getSurface({})).toBe(light)
    expect(await getSurface({ colorScheme: 'light', appearance: { theme: 'dark' } })).toBe(dark)
    expect(await getSurface({ colorScheme: 'dark', appearance: { theme: 'light' } })).toBe(light)
  })
})
