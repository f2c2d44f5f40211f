import { createServer } from 'node:http'
import { chromium } from 'playwright'
import { listen } from '../../../demo/server/listen.ts'
import { launchOptions } from '../../../scripts/programs.mjs'

/**
 * Starts a Chromium whose tabs can be hidden and have a back-forward cache. Playwright only connects to it: in a browser of its
 * own it keeps each page in the foreground.
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
  const connected = await chromium.connectOverCDP(origin, { noDefaults: true })
  return { tabs: connected.contexts()[0]!, stop: () => browser.close() }
}
