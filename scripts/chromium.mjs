import { chromium } from 'playwright'
import { firstExecutable, placesOnPath } from './executables.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

const usualPlaces = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/snap/bin/chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/**
 * The Chromium that the tests drive: `CHROMIUM_PATH`, else Playwright's own, else one on the PATH, else one in a
 * usual place.
 *
 * @returns {string | undefined} the path of an executable file
 */
export const findChromium = () =>
  firstExecutable([
    process.env.CHROMIUM_PATH ?? '',
    chromium.executablePath(),
    ...placesOnPath(names),
    ...usualPlaces,
  ])

/** How Playwright starts it: nothing but the page under test is loaded, and it runs as root in a container too. */
export function launchOptions() {
  return {
    executablePath: findChromium(),
    chromiumSandbox: false,
    args: [
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  }
}
