import { act } from '@testing-library/react'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { itrResult } from '../../src/testing/itrResult.ts'
import { ItrProgress } from '../../src/ui/root/ItrProgress.tsx'
import { part, show } from './show.tsx'

let observer: MutationObserver | undefined
beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  observer?.disconnect()
  vi.useRealTimers()
})

/** Records every text of the live region from now on. */
function listen() {
  const heard: string[] = []
  const region = part('announcer')
  let last = region.textContent
  observer = new MutationObserver(() => {
    const text = region.textContent
    if (text !== '' && text !== last) heard.push(text)
    last = text
  })
  observer.observe(region, { childList: true, characterData: true, subtree: true })
  return heard
}

/** Lets time pass in small steps, because React renders at the end of each `act` only. */
async function pass(ms: number) {
  const step = (part: number) => act(() => vi.advanceTimersByTimeAsync(part))
  for (let left = ms; left > 0; left -= 100) await step(Math.min(left, 100))
  await step(0)
}
const text = () => part('announcer').textContent

const at = (currentStep: string | null, more: object = {}) =>
  itrResult('processing', { stepsCompleted: [], stepsFailed: [], currentStep, ...more })
const start = 'Fetching your income tax returns. This usually takes 30 to 90 seconds.'
const completed = 'We have your income tax returns.'

/** Shows a result whose announcement is over, and records the next ones. */
async function showAnnounced(result: Parameters<typeof show>[0]) {
  const shown = show(result)
  await pass(100)
  return { ...shown, heard: listen() }
}

describe('ItrProgressAnnouncer', () => {
  it('is the only live region, and empty at first, also on a server', async () => {
    const html = document.createElement('div')
    html.innerHTML = renderToString(<ItrProgress result={itrResult('completed')} />)
    expect(html.querySelector('[role="status"]')).toBeEmptyDOMElement()

    show(itrResult('completed'))
    expect(document.querySelectorAll('[role="status"], [role="alert"], [aria-live]')).toHaveLength(1)
    expect(part('announcer')).toHaveAttribute('role', 'status')
    expect(text()).toBe('')
    await pass(100)
    expect(text()).toBe(completed)
  })

  it('does not announce the reference, other fields of the job or the elapsed time', async () => {
    const { thenShow, heard } = await showAnnounced(itrResult('connecting'))
    for (const result of [
      itrResult('initiated', { currentStep: null }),
      at(null, { stepsCompleted: ['a'], updatedAt: '2026-04-07T12:00:00.000Z' }),
      at(null, { reference: 'AAAA-BBBB' }),
    ]) {
      thenShow(result)
      await pass(60_000)
    }
    expect(heard).toEqual([])
  })

  it('announces the loss and the return of the connection once they have lasted eight seconds', async () => {
    const { thenShow, heard } = await showAnnounced(at(null))
    const lost = at(null, { connection: 'reconnecting' })
    thenShow(lost)
    await pass(7_900)
    thenShow(at(null))
    await pass(20_000)
    expect(heard).toEqual([])
    thenShow(lost)
    await pass(7_999)
    expect(heard).toEqual([])
    await pass(1)
    expect(heard).toEqual(['No response at the moment. We are trying again.'])
    thenShow(at(null))
    await pass(8_000)
    expect(heard.slice(1)).toEqual(['We have a connection again.'])
    await pass(60_000)
    expect(heard).toHaveLength(2)
  })

  it('empties the region ten seconds after an announcement', async () => {
    const { heard } = await showAnnounced(at('a'))
    await pass(9_999)
    expect(text()).toBe(`${start} Step 1: A.`)
    await pass(1)
    expect(text()).toBe('')
    await pass(60_000)
    expect(heard).toEqual([])
  })

  it('leaves out the heading that has just got the focus', async () => {
    const { thenShow } = await showAnnounced(itrResult('timed-out'))
    act(() => part('retry').focus())
    thenShow(itrResult('connecting'))
    expect(part('heading')).toHaveFocus()
    await pass(5_000)
    expect(text()).toBe('This usually takes 30 to 90 seconds.')
    thenShow(itrResult('failed'))
    await pass(100)
    expect(text()).toMatch(/^We could not get your income tax returns\. /)
  })

  it('waits five seconds between announcements, and then announces only the latest change', async () => {
    const { thenShow, heard } = await showAnnounced(itrResult('connecting'))
    for (const step of ['a', 'b', 'c']) {
      thenShow(at(step))
      await pass(1_500)
    }
    await pass(499)
    expect(heard).toEqual([])
    await pass(1)
    expect(heard).toEqual(['Step 1: C.'])
    thenShow(at('d'))
    await pass(4_999)
    expect(heard).toEqual(['Step 1: C.'])
    await pass(1)
    expect(heard).toEqual(['Step 1: C.', 'Step 1: D.'])
  })

  it('drops a waiting announcement that is no longer true', async () => {
    const { thenShow, heard } = await showAnnounced(at('a'))
    thenShow(at('b'))
    await pass(1_000)
    thenShow(at('a'))
    await pass(60_000)
    expect(heard).toEqual([])
  })

  it.each([
    ['completed', completed],
    [
      'failed',
      'We could not get your income tax returns. The e-filing portal did not accept the PAN or the password.',
    ],
  ] as const)('announces %s at once', async (phase, sentence) => {
    const { thenShow } = await showAnnounced(itrResult('connecting'))
    thenShow(itrResult(phase))
    expect(text()).toBe('')
    await pass(100)
    expect(text()).toContain(sentence)
    expect(text()).not.toContain('Fetching')
  })

  it('announces the end without a wait after the person has polled again', async () => {
    const { thenShow } = await showAnnounced(itrResult('timed-out'))
    thenShow(itrResult('connecting'))
    await pass(300)
    expect(text()).toBe('')
    thenShow(itrResult('completed'))
    await pass(100)
    expect(text()).toBe(completed)
  })

  it('lets a time-out and an error wait', async () => {
    const { thenShow } = await showAnnounced(at('a'))
    for (const [result, announcement] of [
      [itrResult('timed-out'), 'We have not heard back yet. Nothing is lost. It may still finish.'],
      [itrResult('error'), 'We could not check the status. This request could not be found.'],
    ] as const) {
      thenShow(result)
      expect(text()).toBe('')
      await pass(5_000)
      expect(text()).toContain(announcement)
    }
  })

  it('announces the same error again after another poll', async () => {
    const { thenShow } = await showAnnounced(itrResult('error'))
    const announcement = text()
    await pass(10_000)
    thenShow(itrResult('connecting'))
    await pass(50)
    thenShow(itrResult('error'))
    expect(text()).toBe('')
    await pass(100)
    expect(text()).toBe(announcement)
  })

  it('announces another job from its start, and nothing without a job', async () => {
    const { thenShow } = await showAnnounced(at('a', { jobId: 'one', isDelayed: true }))
    expect(text()).toContain('Step 1: A.')
    await pass(10_000)
    thenShow(at('a', { jobId: 'two' }))
    expect(text()).toBe('')
    await pass(100)
    expect(text()).toBe(`${start} Step 1: A.`)
    thenShow(itrResult('idle'))
    await pass(60_000)
    expect(text()).toBe('')
  })

  it('empties the region before the same text about another job', async () => {
    const { thenShow } = await showAnnounced(itrResult('completed', { jobId: 'one' }))
    const onChange = vi.fn()
    observer = new MutationObserver(onChange)
    observer.observe(part('announcer'), { childList: true, characterData: true, subtree: true })
    thenShow(itrResult('completed', { jobId: 'two' }))
    await pass(100)
    expect(text()).toBe(completed)
    expect(onChange).toHaveBeenCalled()
  })

  it('keeps announcing after the system clock moved back', async () => {
    const { thenShow } = await showAnnounced(at('a'))
    vi.setSystemTime(Date.now() - 3_600_000)
    thenShow(at('b'))
    await pass(5_000)
    expect(text()).toBe('Step 1: B.')
  })

  it('leaves no timer behind', async () => {
    const { thenShow, unmount } = await showAnnounced(at('a'))
    thenShow(at('b'))
    expect(vi.getTimerCount()).toBe(2)
    unmount()
    expect(vi.getTimerCount()).toBe(0)
  })
})
