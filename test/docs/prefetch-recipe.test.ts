// @vitest-environment jsdom
import type { DehydratedState } from '@tanstack/react-query'
import { cleanup, render } from '@testing-library/react'
import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { signIn } from '../../docs/recipes/host/session.ts'
import { forge, createPoll } from './requests.ts'
import { environmentOf, startSimulator } from './startSimulator.ts'

let upstream: Awaited<ReturnType<typeof startSimulator>>

beforeAll(async () => {
  upstream = await startSimulator()
  for (const [name, value] of Object.entries(environmentOf(upstream))) vi.stubEnv(name, value)
})
afterAll(() => upstream.stop())
afterEach(() => {
  cleanup()
  upstream.respond = undefined
})

/** Returns the handle and the state, serialized as in the HTML of the page. */
async function prefetch(change: (handle: string) => string = (handle) => handle) {
  const { prefetchItrStatus } = await import('../../docs/recipes/prefetch/prefetchItrStatus.ts')
  const { issueHandle } = await import('../../docs/recipes/sealed-handles/resolveJob.ts')
  const handle = change(await issueHandle(upstream.simulator.start(), 'asha'))
  const state = await prefetchItrStatus(handle, createPoll(handle, signIn('asha')))
  return { handle, state: JSON.parse(JSON.stringify(state)) as DehydratedState }
}

async function createPage(props: { handle: string; state: DehydratedState }) {
  const { ReturnsPage } = await import('../../docs/recipes/prefetch/ReturnsPage.tsx')
  return createElement(ReturnsPage, props)
}

const phaseIn = (html: string) => /data-phase="([\w-]+)"/.exec(html)?.[1]

describe('the prefetch recipe', () => {
  it('renders the status first, on the server and in the browser', async () => {
    const page = await createPage(await prefetch())
    expect(phaseIn(renderToString(page))).toBe('initiated')
    expect(phaseIn(render(page).container.innerHTML)).toBe('initiated')
  })

  it('leaves the first poll to the browser if the handle is denied or the upstream is down', async () => {
    const denied = await prefetch(forge)
    expect(denied.state.queries).toEqual([])
    expect(phaseIn(renderToString(await createPage(denied)))).toBe('connecting')

    upstream.respond = () => new Response('{}', { status: 503 })
    expect((await prefetch()).state.queries).toEqual([])
  })
})
