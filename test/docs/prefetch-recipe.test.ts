// @vitest-environment jsdom
import type { DehydratedState } from '@tanstack/react-query'
import { act, cleanup, render } from '@testing-library/react'
import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { signIn } from '../../docs/recipes/host/session.ts'
import { forged, question } from './asking.ts'
import { environmentOf, startSimulator } from './startSimulator.ts'

let upstream: Awaited<ReturnType<typeof startSimulator>>

beforeAll(async () => {
  upstream = await startSimulator()
  for (const [name, value] of Object.entries(environmentOf(upstream))) vi.stubEnv(name, value)
})
afterAll(() => upstream.stop())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** As it travels in the page. */
async function prefetch(change: (handle: string) => string = (handle) => handle) {
  const { prefetchItrStatus } = await import('../../docs/recipes/prefetch/prefetchItrStatus.ts')
  const { issueHandle } = await import('../../docs/recipes/sealed-handles/resolveJob.ts')
  const handle = change(await issueHandle(upstream.simulator.start(), 'asha'))
  const state = await prefetchItrStatus(handle, question(handle, signIn('asha')))
  return { handle, state: JSON.parse(JSON.stringify(state)) as DehydratedState }
}

async function pageOf(props: { handle: string; state: DehydratedState }) {
  const { VerificationPage } = await import('../../docs/recipes/prefetch/VerificationPage.tsx')
  return createElement(VerificationPage, props)
}

const phaseIn = (html: string) => /data-phase="([\w-]+)"/.exec(html)?.[1]

it('the recipe for a prefetch paints the status first, on the server and in the browser', async () => {
  const page = await pageOf(await prefetch())
  expect(phaseIn(renderToString(page))).toBe('initiated')
  expect(phaseIn(render(page).container.innerHTML)).toBe('initiated')
})

it('its browser asks when the next check is due, and not before', async () => {
  const prefetched = await prefetch()
  const page = await pageOf(prefetched)
  const asked = vi.fn<typeof fetch>(async () =>
    Response.json({ job_id: prefetched.handle, status: 'initiated' }),
  )
  vi.stubGlobal('fetch', asked)
  vi.useFakeTimers()
  render(page)
  await act(() => vi.advanceTimersByTimeAsync(4_000))
  expect(asked).not.toHaveBeenCalled()
  await act(() => vi.advanceTimersByTimeAsync(7_000))
  expect(asked).toHaveBeenCalledTimes(1)
  expect(asked.mock.calls[0]![0]).toBe('/api/itr/status')
})

it('leaves the question to the browser where it is denied, or nobody can be asked', async () => {
  const denied = await prefetch(forged)
  expect(denied.state.queries).toEqual([])
  expect(phaseIn(renderToString(await pageOf(denied)))).toBe('connecting')

  upstream.answer = () => new Response('{}', { status: 503 })
  expect((await prefetch()).state.queries).toEqual([])
  upstream.answer = undefined
})
