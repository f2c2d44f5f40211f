import { ItrProgress, type ItrProgressProps } from 'itr-progress'
import 'itr-progress/styles.css'
import { itrResult } from 'itr-progress/testing'
import { afterEach, describe, expect, it } from 'vitest'
import { render } from 'vitest-browser-react'
import { cdp } from 'vitest/browser'

const steps = ['create_client', 'download_profile', 'download_itr', 'download_26as', 'download_ais']

const itrs = [
  itrResult('idle'),
  itrResult('connecting'),
  itrResult('initiated'),
  itrResult('processing'),
  itrResult('completed'),
  itrResult('failed', { failure: 'portal_unavailable' }),
  itrResult('timed-out'),
  itrResult('error'),
]

const prefer = (reducedMotion: 'reduce' | 'no-preference') =>
  cdp().send('Emulation.setEmulatedMedia', {
    features: [{ name: 'prefers-reduced-motion', value: reducedMotion }],
  })
afterEach(() => prefer('no-preference'))

const show = (props: ItrProgressProps) =>
  render(<ItrProgress steps={steps} onRetry={() => {}} onRestart={() => {}} {...props} />)

/** What moves or would, with the part that it is about. */
const motions = () =>
  document
    .getAnimations()
    .map((animation) => {
      const effect = animation.effect as KeyframeEffect
      return {
        name: (animation as CSSAnimation).animationName,
        of: effect.target?.closest('[data-itr-part]')?.getAttribute('data-itr-part'),
        ms: Number(effect.getComputedTiming().endTime),
      }
    })
    .filter(({ name }) => name !== undefined)

describe.each(itrs)('$phase', (result) => {
  // WCAG 2.2.2
  it('moves for no more than 5 s', async () => {
    await show({ result })
    expect(motions().filter(({ ms }) => ms > 5_000)).toEqual([])
  })

  it('moves for no longer where the host slows it down', async () => {
    await show({ result, appearance: { variables: { motion: '600ms' } } })
    expect(motions().filter(({ ms }) => ms > 5_000)).toEqual([])
  })

  it('does not move for those who prefer less of it', async () => {
    await prefer('reduce')
    await show({ result })
    expect(document.getAnimations()).toEqual([])
  })

  it('does not move where the host says 0ms', async () => {
    await show({ result, appearance: { variables: { motion: '0ms' } } })
    expect(motions().filter(({ ms }) => ms > 0)).toEqual([])
  })
})

it('what is under way moves, and the next step moves when it is its turn', async () => {
  const { rerender } = await show({ result: itrResult('initiated') })
  expect(motions()).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ name: 'itr-pulse', of: 'step' }),
      expect.objectContaining({ name: 'itr-hatch', of: 'bar' }),
    ]),
  )
  for (const animation of document.getAnimations()) animation.finish()
  expect(motions()).toEqual([])
  await rerender(<ItrProgress steps={steps} result={itrResult('processing')} />)
  expect(motions().map(({ name }) => name)).toEqual(
    expect.arrayContaining(['itr-pulse', 'itr-hatch', 'itr-grow']),
  )
})
