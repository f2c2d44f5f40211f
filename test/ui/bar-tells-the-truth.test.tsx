import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { ItrPhase } from '../../src/polling/ItrJobStatusResult.ts'
import { itrResult } from '../../src/testing/itrResult.ts'
import type { ItrProgressProps } from '../../src/ui/root/ItrProgressProps.ts'
import { show } from './showing.tsx'

const reported = { stepsCompleted: ['a'], stepsFailed: [], currentStep: 'b' }
const bar = () => screen.getByRole('progressbar')
const numbers = () =>
  ['aria-valuenow', 'aria-valuemin', 'aria-valuemax'].map((name) => bar().getAttribute(name))
const segments = () =>
  [...bar().querySelectorAll('.itr-segment')].map((segment) => segment.matches('.itr-done'))

it.each(['idle', 'connecting', 'initiated', 'processing', 'failed', 'timed-out', 'error'] as ItrPhase[])(
  'in %s without a plan it gives no number',
  (phase) => {
    show(itrResult(phase))
    expect(numbers()).toEqual([null, null, null])
    expect(segments()).toEqual([false])
  },
)

it.each<[string, ItrProgressProps['steps'], (string | null)[], boolean[]]>([
  ['counts the planned steps that are done', ['a', 'b', 'c'], ['1', '0', '3'], [true, false, false]],
  ['does not count steps outside the plan', ['b', 'c'], ['0', '0', '2'], [false, false]],
  ['counts a step that is planned twice once', ['a', 'b', 'a'], ['1', '0', '2'], [true, false]],
  ['takes an empty plan for none', [], [null, null, null], [false]],
])('%s', (_, steps, expected, drawn) => {
  show(itrResult('processing', reported), { steps })
  expect(numbers()).toEqual(expected)
  expect(segments()).toEqual(drawn)
})

it('is full once the job is completed, with a plan or without, failed steps or not', () => {
  const { thenShow } = show(itrResult('completed', reported))
  expect(numbers()).toEqual(['1', '0', '1'])
  expect(segments()).toEqual([true])
  thenShow(itrResult('completed', { ...reported, stepsFailed: ['c'] }), { steps: ['a', 'b', 'c'] })
  expect(numbers()).toEqual(['3', '0', '3'])
  expect(segments()).toEqual([true, true, true])
})

it('says in words where it is: the step under way, else what the heading says', () => {
  const { thenShow } = show(itrResult('connecting'))
  expect(bar()).toHaveAttribute('aria-valuetext', 'Verifying your income tax return')
  thenShow(
    itrResult('processing', {
      stepsCompleted: ['create_client'],
      stepsFailed: [],
      currentStep: 'download_profile',
    }),
  )
  expect(bar()).toHaveAttribute('aria-valuetext', 'Step 2: downloading your profile.')
  expect(bar()).toHaveTextContent('Step 2: downloading your profile.')
  thenShow(itrResult('timed-out', reported))
  expect(bar()).toHaveAttribute('aria-valuetext', 'We have not heard back yet')
  expect(bar()).toHaveAccessibleName('We have not heard back yet')
})
