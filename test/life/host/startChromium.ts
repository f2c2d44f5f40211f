import { createServer } from 'node:http'
import { chromium } from 'playwright'
import { listen } from '../../../demo/server/listen.ts'
import { launchOptions } from '../../../scripts/programs.mjs'

/**
 * A Chromium as a person has it: Playwright keeps each of its own pages in the foreground and without a back-forward cache, so it
 * only connects to this one.
 */
export async function startChromium() {
  const { origin, stop } = await listen(createServer(), 0)
  await stop()
  const options = launchOptions()
  const browser = await chromium.launch({
    ...options,
    args: [...options.args, `--remote-debugging-port=${new URL(origin).port}`],
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  })
  const outside = await chromium.connectOverCDP(origin, { noDefaults: true })
  return { tabs: outside.contexts()[0]!, stop: () => browser.close() }
}
