import { act, render } from '@testing-library/react'
import { StrictMode } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ItrProgress } from '../../src/index.ts'
import { createItrSimulator, itrProxyFetch, type ItrScenarioName } from '../../src/testing/index.ts'
import { part } from './show.tsx'

const plan = ['create_client', 'download_profile', 'download_itr', 'download_26as', 'download_ais']

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  setOnline(true)
  vi.useRealTimers()
})

function setOnline(isOnline: boolean) {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(isOnline)
  window.dispatchEvent(new Event(isOnline ? 'online' : 'offline'))
}

/** Returns the announcements of five minutes, one per line with its time. */
async function listen(
  scenario: ItrScenarioName,
  offline: readonly [from: number, until: number] = [-1, -1],
  isBroken = false,
) {
  const simulator = createItrSimulator({ scenario })
  const send = itrProxyFetch(simulator)
  let isOnline = true
  const fetch: typeof globalThis.fetch = (...args) =>
    isBroken
      ? Promise.resolve(new Response('', { status: 503 }))
      : isOnline
        ? send(...args)
        : Promise.reject(new TypeError('Failed to fetch'))
  const { unmount } = render(
    <ItrProgress jobId={simulator.start()} proxyUrl="/spoken" fetch={fetch} steps={plan} />,
    { wrapper: StrictMode },
  )
  const lines: string[] = []
  let last = ''
  // React 18 renders at the end of each `act` only, so the first second has short ones.
  const stepAt = (ms: number) => (ms < 1_000 ? 50 : 250)
  for (let ms = 0; ms <= 300_000; ms += stepAt(ms)) {
    if (offline.includes(ms)) {
      isOnline = ms !== offline[0]
      setOnline(isOnline)
    }
    await act(() => vi.advanceTimersByTimeAsync(stepAt(ms)))
    const text = part('announcer').textContent
    const clock = new Date(ms).toISOString().slice(15, 19)
    if (text !== '' && text !== last) lines.push(`${clock} ${text}`)
    last = text
  }
  unmount()
  return `\n${lines.join('\n')}\n`
}

it('ItrProgressAnnouncer: announces the scenario happy', async () => {
  expect(await listen('happy')).toMatchInlineSnapshot(`
    "
    0:00 Fetching your income tax returns. This usually takes 30 to 90 seconds. Step 1 of 5: connection to the e-filing portal.
    0:20 Step 3 of 5: filed returns.
    0:40 Step 5 of 5: AIS.
    0:50 We have your income tax returns.
    "
  `)
})

it('ItrProgressAnnouncer: announces the scenario stuck', async () => {
  expect(await listen('stuck')).toMatchInlineSnapshot(`
    "
    0:00 Fetching your income tax returns. This usually takes 30 to 90 seconds. Step 1 of 5: connection to the e-filing portal.
    1:30 This is taking longer than usual. You can keep filling in this form.
    2:30 We are still fetching your income tax returns.
    3:30 We are still fetching your income tax returns.
    4:00 We have not heard back yet. Nothing is lost. It may still finish. Check again in a moment.
    "
  `)
})

it('ItrProgressAnnouncer: announces the scenario flaky', async () => {
  expect(await listen('flaky')).toMatchInlineSnapshot(`
    "
    0:00 Fetching your income tax returns. This usually takes 30 to 90 seconds. Step 1 of 5: connection to the e-filing portal.
    0:15 Step 3 of 5: filed returns.
    0:30 Step 4 of 5: Form 26AS.
    0:45 Step 5 of 5: AIS.
    0:50 We have your income tax returns.
    "
  `)
})

it('ItrProgressAnnouncer: announces no return of a connection that never came back', async () => {
  expect(await listen('happy', [-1, -1], true)).not.toContain('connection again')
})

it('ItrProgressAnnouncer: announces a lost network', async () => {
  expect(await listen('happy', [20_000, 70_000])).toMatchInlineSnapshot(`
    "
    0:00 Fetching your income tax returns. This usually takes 30 to 90 seconds. Step 1 of 5: connection to the e-filing portal.
    0:20 Step 3 of 5: filed returns.
    0:38 You are offline. We will check again when you are back.
    1:15 We have your income tax returns.
    "
  `)
})
