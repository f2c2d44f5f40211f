import { ItrProgress, type ItrProgressProps } from 'itr-progress'
import 'itr-progress/styles.css'
import { itrResult } from 'itr-progress/testing'
import { afterEach, describe, expect, it } from 'vitest'
import { render } from 'vitest-browser-react'
import { cdp } from 'vitest/browser'
import { phases } from './phases.ts'

const steps = ['create_client', 'download_profile', 'download_itr', 'download_26as', 'download_ais']

const emulateReducedMotion = (value: 'reduce' | 'no-preference') =>
  cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-reduced-motion', value }] })
afterEach(() => emulateReducedMotion('no-preference'))

const widget = (props: ItrProgressProps) => (
  <ItrProgress steps={steps} onRetry={() => {}} onRestart={() => {}} {...props} />
)

/** CSS animations and transitions with their part and total duration. */
const getMotions = () =>
  document
    .getAnimations()
    .map((animation) => {
      const effect = animation.effect as KeyframeEffect
      return {
        name: (animation as CSSAnimation).animationName,
        part: effect.target?.closest('[data-itr-part]')?.getAttribute('data-itr-part'),
        ms: Number(effect.getComputedTiming().endTime),
      }
    })
    .filter(({ name }) => name !== undefined)

describe.each(phases)('widget in the phase %s', (phase) => {
  const result = itrResult(phase)

  it.each([
    ['5 s (WCAG 2.2.2)', undefined, 5_000],
    ['5 s with --itr-motion: 600ms', '600ms', 5_000],
    ['0 s with --itr-motion: 0ms', '0ms', 0],
  ])('moves for at most %s', async (_, motion, limit) => {
    await render(widget({ result, appearance: { variables: { motion } } }))
    expect(getMotions().filter(({ ms }) => ms > limit)).toEqual([])
  })

  it('does not move under prefers-reduced-motion', async () => {
    await emulateReducedMotion('reduce')
    await render(widget({ result }))
    expect(document.getAnimations()).toEqual([])
  })
})

describe('motion', () => {
  it('starts at the current step and its segment, and again at the next ones', async () => {
    const { rerender } = await render(widget({ result: itrResult('initiated') }))
    expect(getMotions()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: 'itr-pulse', part: 'step' }),
        expect.objectContaining({ name: 'itr-hatch', part: 'bar' }),
      ]),
    )
    for (const animation of document.getAnimations()) animation.finish()
    expect(getMotions()).toEqual([])
    await rerender(widget({ result: itrResult('processing') }))
    expect(getMotions().map(({ name }) => name)).toEqual(
      expect.arrayContaining(['itr-pulse', 'itr-hatch', 'itr-grow']),
    )
  })
})
