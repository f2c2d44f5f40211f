import { describe, expect } from 'vitest'
import { describeHost } from './describeHost.ts'
import { hostTest } from './hostTest.ts'

describeHost('Vite and React 19', hostTest({ app: 'vite' }))
describeHost('Vite and React 18', hostTest({ app: 'vite-react-18' }))

const test = hostTest({ app: 'vite', path: '/states.html' })

describe('itrResult', () => {
  test('shows phases without a network and without msw', async ({ openPage }) => {
    const { widget, polls, consoleErrors } = await openPage()
    await expect
      .poll(() => widget.evaluateAll((roots) => roots.map((root) => (root as HTMLElement).dataset.phase)))
      .toEqual(['processing', 'completed', 'failed', 'timed-out', 'error'])
    expect(polls).toEqual([])
    expect(consoleErrors).toEqual([])
  })
})
