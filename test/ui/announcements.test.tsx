import { act, render } from '@testing-library/react'
import { StrictMode } from 'react'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { ItrJobStatusResult } from '../../src/polling/ItrJobStatusResult.ts'
import { itrScenarios } from '../../src/testing/simulator/itrScenarios.ts'
import { itrResult } from '../../src/testing/itrResult.ts'
import { getSnapshot } from '../../src/testing/simulator/getSnapshot.ts'
import { ItrProgress } from '../../src/ui/root/ItrProgress.tsx'
import { part, show } from './showing.tsx'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  observer?.disconnect()
  vi.useRealTimers()
})

let observer: MutationObserver | undefined

/** Everything that is put into the live region from now on, in its order. */
function listen() {
  const heard: string[] = []
  const region = part('announcer')
  observer = new MutationObserver(() => {
    const text = region.textContent
    if (text !== '' && text !== heard.at(-1)) heard.push(text)
  })
  observer.observe(region, { childList: true, characterData: true, subtree: true })
  return heard
}

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))
const said = () => part('announcer').textContent

const at = (currentStep: string | null, more: object = {}) =>
  itrResult('processing', { stepsCompleted: [], stepsFailed: [], currentStep, ...more })
const start = 'Verifying your income tax return. This usually takes 30 to 90 seconds.'
const delayed = 'This is taking longer than usual. You can keep filling in this form.'
const verified = 'Your income tax return is verified.'

it('the one live region is empty at first, and there on a server already', async () => {
  const html = document.createElement('div')
  html.innerHTML = renderToString(<ItrProgress result={itrResult('completed')} />)
  expect(html.querySelector('[role="status"]')).toBeEmptyDOMElement()

  show(itrResult('completed'))
  expect(document.querySelectorAll('[role="status"], [role="alert"], [aria-live]')).toHaveLength(1)
  expect(part('announcer')).toHaveAttribute('role', 'status')
  expect(said()).toBe('')
  await pass(100)
  expect(said()).toBe(verified)
})

it('over a whole job it says the start, each step and the end, and nothing else', async () => {
  const showAt = (elapsed: number) => {
    const { status, currentStep, stepsCompleted, stepsFailed } = getSnapshot(itrScenarios.happy, elapsed)
    const result = itrResult(status, { currentStep, stepsCompleted, stepsFailed })
    return <ItrProgress result={result} />
  }
  const { rerender } = render(<ItrProgress result={itrResult('connecting')} />, { wrapper: StrictMode })
  const heard = listen()
  await pass(300)
  for (let elapsed = 300; elapsed < 120_000; elapsed += 500) {
    rerender(showAt(elapsed))
    await pass(500)
  }
  expect(heard).toEqual([
    start,
    'Step 1: connecting to the e-filing portal.',
    'Step 2: downloading your profile.',
    'Step 3: downloading your returns.',
    'Step 4: downloading Form 26AS.',
    'Step 5: downloading your AIS.',
    verified,
  ])
})

it('connection, details, other fields of the job and elapsed time are not announced', async () => {
  const { thenShow } = show(itrResult('connecting'))
  await pass(100)
  const heard = listen()
  const silent: ItrJobStatusResult[] = [
    itrResult('connecting', { connection: 'reconnecting' }),
    itrResult('initiated', { currentStep: null }),
    at(null),
    at(null, { stepsCompleted: ['a'], updatedAt: '2026-04-07T12:00:00.000Z' }),
    at(null, { connection: 'offline' }),
    at(null, { reference: 'AAAA-BBBB' }),
  ]
  for (const result of silent) {
    thenShow(result)
    await pass(60_000)
  }
  expect(heard).toEqual([])
})

it('a delay and a step change are told once each', async () => {
  const { thenShow } = show(at('create_client'))
  await pass(100)
  expect(said()).toBe(`${start} Step 1: connecting to the e-filing portal.`)
  await pass(5_000)
  const heard = listen()
  thenShow(at('create_client', { isDelayed: true }))
  await pass(10_000)
  thenShow(at('create_client', { isDelayed: true, updatedAt: '2026-04-07T12:00:00.000Z' }))
  await pass(10_000)
  thenShow(at('download_profile', { isDelayed: true, stepsCompleted: ['create_client'] }))
  await pass(10_000)
  expect(heard).toEqual([delayed, 'Step 2: downloading your profile.'])
})

it('the latest wins, and two announcements are at least five seconds apart', async () => {
  const { thenShow } = show(itrResult('connecting'))
  await pass(100)
  const heard = listen()
  thenShow(at('a'))
  await pass(2_000)
  thenShow(at('b'))
  await pass(2_000)
  thenShow(at('c'))
  await pass(999)
  expect(heard).toEqual([])
  await pass(1)
  expect(heard).toEqual(['Step 1: C.'])
  thenShow(at('d'))
  await pass(4_999)
  expect(heard).toEqual(['Step 1: C.'])
  await pass(1)
  expect(heard).toEqual(['Step 1: C.', 'Step 1: D.'])
})

it('what has passed by the time of its turn is not said', async () => {
  const { thenShow } = show(at('a'))
  await pass(100)
  const heard = listen()
  thenShow(at('b'))
  await pass(1_000)
  thenShow(at('a'))
  await pass(60_000)
  expect(heard).toEqual([])
})

it.each([
  ['completed', verified],
  ['failed', 'We could not verify your return. The e-filing portal did not accept the PAN or the password.'],
] as const)('the end, %s, is said at once', async (phase, sentence) => {
  const { thenShow } = show(itrResult('connecting'))
  await pass(100)
  thenShow(itrResult(phase))
  expect(said()).toContain(sentence)
  expect(said()).not.toContain('Verifying')
})

it('the end does not wait its turn after the person has checked again', async () => {
  const { thenShow } = show(itrResult('timed-out'))
  await pass(100)
  expect(said()).toContain('We have not heard back yet.')
  thenShow(itrResult('connecting'))
  await pass(300)
  expect(said()).toBe('')
  thenShow(itrResult('completed'))
  await pass(100)
  expect(said()).toBe(verified)
})

it('a time-out and an error wait their turn', async () => {
  const { thenShow } = show(at('a'))
  await pass(100)
  thenShow(itrResult('timed-out'))
  expect(said()).toBe('')
  await pass(5_000)
  expect(said()).toBe(
    'We have not heard back yet. Nothing is lost. It may still finish. Check again in a moment.',
  )
  thenShow(itrResult('error'))
  expect(said()).toBe('')
  await pass(5_000)
  expect(said()).toBe(
    'We could not check the status. This verification could not be found. This does not mean that the verification failed.',
  )
})

it('an error that comes again after checking again is said again', async () => {
  const { thenShow } = show(itrResult('error'))
  await pass(100)
  const sentence = said()
  await pass(10_000)
  thenShow(itrResult('connecting'))
  await pass(50)
  thenShow(itrResult('error'))
  expect(said()).toBe('')
  await pass(100)
  expect(said()).toBe(sentence)
})

it('another job is told from its start, and nothing of the old one stays', async () => {
  const { thenShow } = show(at('a', { jobId: 'one', isDelayed: true }))
  await pass(100)
  expect(said()).toContain('Step 1: A.')
  await pass(10_000)
  thenShow(at('a', { jobId: 'two' }))
  expect(said()).toBe('')
  await pass(100)
  expect(said()).toBe(`${start} Step 1: A.`)
  thenShow(itrResult('idle'))
  await pass(60_000)
  expect(said()).toBe('')
})

it('the same words about another job are heard too: they go before they come', async () => {
  const { thenShow } = show(itrResult('completed', { jobId: 'one' }))
  await pass(100)
  const changes: string[] = []
  observer = new MutationObserver((records) => changes.push(...records.map(({ type }) => type)))
  observer.observe(part('announcer'), { childList: true, characterData: true, subtree: true })
  thenShow(itrResult('completed', { jobId: 'two' }))
  await pass(0)
  expect(said()).toBe(verified)
  expect(changes).not.toEqual([])
})

it('nothing is announced while there is no job', async () => {
  show(itrResult('idle'))
  await pass(60_000)
  expect(said()).toBe('')
})

it('a clock that is set back does not silence it', async () => {
  const { thenShow } = show(at('a'))
  await pass(100)
  vi.setSystemTime(Date.now() - 3_600_000)
  thenShow(at('b'))
  await pass(5_000)
  expect(said()).toBe('Step 1: B.')
})

it('nothing is left running after it is gone', async () => {
  const { thenShow, unmount } = show(at('a'))
  await pass(100)
  thenShow(at('b'))
  expect(vi.getTimerCount()).toBe(1)
  unmount()
  expect(vi.getTimerCount()).toBe(0)
})
