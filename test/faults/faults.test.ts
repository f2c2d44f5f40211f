import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formatAs } from '../../scripts/formatAs.mjs'
import { launchOptions } from '../../scripts/programs.mjs'
import { bundlePage } from '../life/host/bundlePage.ts'
import type { Fault } from './Fault.ts'
import { faults } from './faults.ts'
import { getExpected } from './getExpected.ts'
import { runFault, type Observation } from './runFault.ts'
import { toMarkdown } from './toMarkdown.ts'

let browser: Browser
let script: string
const observations = new Map<Fault, Observation>()

beforeAll(async () => {
  script = await bundlePage(new URL('./host/mountWidget.tsx', import.meta.url))
  const options = launchOptions()
  // Without a network, an unknown host would fail only after a while.
  const rules = '--host-resolver-rules=MAP *.invalid ~NOTFOUND'
  browser = await chromium.launch({ ...options, args: [...options.args, rules] })
})
afterAll(() => browser.close())

for (const [title, members] of Object.entries(faults))
  describe.concurrent(title, () => {
    for (const fault of members)
      test(fault.name, async () => {
        const observation = await runFault(browser, script, fault)
        observations.set(fault, observation)
        expect(observation).toEqual(getExpected(fault))
      })
  })

describe('docs/faults.md', () => {
  // Not concurrent, so it runs after the others. With `--update` it writes the page.
  test('has the observations of this run', async () => {
    const file = fileURLToPath(new URL('../../docs/faults.md', import.meta.url))
    const page = readFileSync(file, 'utf8').replace(
      /(?<=<!-- seen -->)[^]*(?=<!-- end -->)/,
      () => `\n\n${toMarkdown(observations)}\n\n`,
    )
    await expect(await formatAs(file, page)).toMatchFileSnapshot(file)
  })
})
