import { describe, expect } from 'vitest'
import { describeHost } from './describeHost.ts'
import { hostTest } from './hostTest.ts'

const test = hostTest({ app: 'webpack' })

describeHost('webpack, cssnano and React 18', test)

describe('stylesheet minified by cssnano', () => {
  test.for([
    ['black', '#ffd400', 'lab(0 0 0)'],
    ['white', '#101010', 'lab(100 0 0)'],
  ] as const)('has %s text on a button of the accent %s', async ([, accent, colour], { openPage }) => {
    const { page, widget, ...applicant } = await openPage()
    await page.route('**/api/itr/status', (route) => route.fulfill({ status: 401 }))
    await page.evaluate((accent) => document.body.style.setProperty('--itr-accent', accent), accent)
    await applicant.verify()
    const button = widget.getByRole('button').first()
    await expect.poll(() => button.evaluate((element) => getComputedStyle(element).color)).toBe(colour)
  })
})
