import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser } from 'playwright'
import { format, resolveConfig } from 'prettier'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchOptions } from '../../scripts/programs.mjs'
import { bundlePage } from '../life/host/bundlePage.ts'
import { expectedOf } from './expectedOf.ts'
import type { Fault } from './Fault.ts'
import { faults } from './faults.ts'
import type { Observation } from './Observation.ts'
import { toMatrix } from './toMatrix.ts'
import { watchFault } from './watchFault.ts'

let browser: Browser
let script: string
const observations = new Map<Fault, Observation>()

beforeAll(async () => {
  script = await bundlePage(new URL('./host/mountWidget.tsx', import.meta.url))
  const options = launchOptions()
  // By itself a machine without a network takes its time to say so.
  const rules = '--host-resolver-rules=MAP *.invalid ~NOTFOUND'
  browser = await chromium.launch({ ...options, args: [...options.args, rules] })
})
afterAll(() => browser.close())

for (const [title, members] of Object.entries(faults))
  describe.concurrent(title, () => {
    for (const fault of members)
      test(fault.name, async () => {
        const observed = await watchFault(browser, script, fault)
        observations.set(fault, observed)
        expect(observed).toEqual(expectedOf(fault))
      })
  })

// After all the others: it is not concurrent. With `--update` it writes the page anew.
test('docs/faults.md says what was seen', async () => {
  const file = fileURLToPath(new URL('../../docs/faults.md', import.meta.url))
  const page = readFileSync(file, 'utf8').replace(
    /(?<=<!-- seen -->)[^]*(?=<!-- end -->)/,
    () => `\n\n${toMatrix(observations)}\n\n`,
  )
  const formatted = await format(page, { ...(await resolveConfig(file)), filepath: file })
  await expect(formatted).toMatchFileSnapshot(file)
})
