import { describe, expect } from 'vitest'
import { describeHost } from './describeHost.ts'
import { hostTest } from './hostTest.ts'

// Only the development build of React reports every hydration mismatch.
const builds = [
  ['production', hostTest({ app: 'express' })],
  ['development', hostTest({ app: 'express-development', environment: { NODE_ENV: 'development' } })],
] as const

describe.each(builds)('Express with server rendering, %s', (_, test) => {
  // It checks the console, in which hydration and policy errors would be.
  describeHost('every app', test)

  test('renders the widget in the HTML, under a strict content security policy', async ({
    openPage,
    host,
  }) => {
    const applicant = await openPage()
    await applicant.verify()
    const response = await applicant.page.context().request.get(host.url)
    expect(await response.text()).toMatch(/data-itr-part="root"[^>]*data-phase="connecting"/)
    expect(response.headers()['content-security-policy']).toMatch(
      /^default-src 'none'; script-src 'nonce-[\w+/=]+'; style-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
    )
    expect(await applicant.widget.evaluate((element) => getComputedStyle(element).display)).toBe('flex')
    // The root keeps its height by a property that a script sets, which the policy allows.
    const styled = 'style, [style]:not([data-itr-part="root"])'
    expect(await applicant.page.locator(styled).count()).toBe(0)
  })
})
