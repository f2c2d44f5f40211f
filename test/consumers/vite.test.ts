import { describe, expect } from 'vitest'
import { describeHost } from './describeHost.ts'
import { hostTest } from './hostTest.ts'

const vite = hostTest({ app: 'vite' })

describeHost('Vite and React 19', vite)
describeHost('Vite and React 18', hostTest({ app: 'vite-react-18' }))

const states = hostTest({ app: 'vite', path: '/states.html' })

describe('itrResult', () => {
  states('shows phases without a network and without msw', async ({ openPage }) => {
    const { widget, polls, consoleErrors } = await openPage()
    await expect
      .poll(() => widget.evaluateAll((roots) => roots.map((root) => (root as HTMLElement).dataset.phase)))
      .toEqual(['processing', 'completed', 'failed', 'timed-out', 'error'])
    expect(polls).toEqual([])
    expect(consoleErrors).toEqual([])
  })
})

describe('Tailwind 4 and shadcn/ui', () => {
  vite(
    'give the button of the widget the look of the other buttons, and utilities win on the root',
    async ({ openPage }) => {
      const { page, widget, button, ...applicant } = await openPage()
      await page.route('**/api/itr/status', (route) => route.fulfill({ status: 401 }))
      await applicant.verify()
      const getStyles = (name: string) =>
        button(name).evaluate((element) => {
          const { backgroundColor, color, borderTopLeftRadius, font, paddingLeft } = getComputedStyle(element)
          return { backgroundColor, color, borderTopLeftRadius, font, paddingLeft }
        })
      expect(await getStyles('Check again')).toEqual(await getStyles('Apply'))
      expect((await button('Check again').boundingBox())!.height).toBe(44)
      expect(await widget.evaluate((element) => getComputedStyle(element).boxShadow)).not.toBe('none')
    },
  )
})
