import { expect } from 'vitest'
import { describeHost } from './describeHost.ts'
import { hostTest } from './hostTest.ts'

describeHost('Vite and React 19', hostTest({ app: 'vite' }))
describeHost('Vite and React 18', hostTest({ app: 'vite-react-18' }))

const test = hostTest({ app: 'vite', path: '/states.html' })

test('the testing kit shows states without a network, and needs no msw', async ({ arrive }) => {
  const { widget, checks, complaints } = await arrive()
  await expect
    .poll(() => widget.evaluateAll((roots) => roots.map((root) => (root as HTMLElement).dataset.phase)))
    .toEqual(['processing', 'completed', 'failed', 'timed-out', 'error'])
  expect(checks).toEqual([])
  expect(complaints).toEqual([])
})
