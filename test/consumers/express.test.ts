import { expect } from 'vitest'
import { describeHost } from './describeHost.ts'
import { hostTest, type HostTest } from './hostTest.ts'

const production = hostTest({ app: 'express' })
// Of a page that does not match its HTML, React says everything only here.
const development = hostTest({ app: 'express-development', environment: { NODE_ENV: 'development' } })

/** With the suite's check that the browser complains of nothing, neither of the policy nor of the hydration. */
function describeStrictPage(name: string, test: HostTest) {
  describeHost(name, test)

  test(`${name}: the page has the widget in it before any script, under a policy without exceptions`, async ({
    arrive,
    host,
  }) => {
    const applicant = await arrive()
    await applicant.verify()
    const response = await applicant.page.context().request.get(host.url)
    expect(await response.text()).toMatch(/data-itr-part="root"[^>]*data-phase="connecting"/)
    expect(response.headers()['content-security-policy']).toMatch(
      /^default-src 'none'; script-src 'nonce-[\w+/=]+'; style-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
    )
    // It is styled nevertheless.
    expect(await applicant.widget.evaluate((element) => getComputedStyle(element).display)).toBe('grid')
    expect(await applicant.page.evaluate(() => document.querySelectorAll('style, [style]').length)).toBe(0)
  })
}

describeStrictPage('Express, rendered on the server', production)
describeStrictPage('Express, rendered on the server, in development', development)
