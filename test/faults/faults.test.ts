import { chromium, type Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchOptions } from '../../scripts/chromium.mjs'
import { bundlePage } from '../life/host/bundlePage.ts'
import { expectedOf } from './expectedOf.ts'
import { faults } from './faults.ts'
import { watchFault } from './watchFault.ts'

let browser: Browser
let script: string

beforeAll(async () => {
  const options = launchOptions()
  script = await bundlePage(new URL('./host/mountWidget.tsx', import.meta.url))
  // By itself a machine without a network takes its time to say so.
  const rules = '--host-resolver-rules=MAP *.invalid ~NOTFOUND'
  browser = await chromium.launch({ ...options, args: [...options.args, rules] })
})
afterAll(() => browser.close())

for (const [title, members] of Object.entries(faults))
  describe.concurrent(title, () => {
    for (const fault of members)
      test(fault.name, async () => {
        expect(await watchFault(browser, script, fault)).toEqual(expectedOf(fault))
      })
  })
