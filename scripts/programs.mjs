import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright'

/** @param {string[]} places */
const firstExisting = (places) => places.find((place) => existsSync(place))

/** @param {string[]} names */
const onPath = (...names) =>
  (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)))

/**
 * Path of the Chromium that the tests drive: `CHROMIUM_PATH`, else Playwright's own, else one on the PATH, else one in a
 * usual place.
 *
 * @returns {string | undefined}
 */
export const findChromium = () =>
  firstExisting([
    process.env.CHROMIUM_PATH ?? '',
    chromium.executablePath(),
    ...onPath('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'),
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/snap/bin/chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ])

/** Launch options for Playwright: no background traffic, and no sandbox, so that it starts as root in a container. */
export const launchOptions = () => ({
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
})

/**
 * Path of the Redis server that the tests start: `REDIS_SERVER_PATH`, else one on the PATH.
 *
 * @returns {string | undefined}
 */
export const findRedis = () => firstExisting([process.env.REDIS_SERVER_PATH ?? '', ...onPath('redis-server')])

/**
 * Path of the Firefox that the tests drive: `FIREFOX_PATH`, else one on the PATH.
 *
 * @returns {string | undefined}
 */
export const findFirefox = () =>
  firstExisting([process.env.FIREFOX_PATH ?? '', ...onPath('firefox-esr', 'firefox')])

/** @returns {string | undefined} */
export const findWebKitDriver = () => firstExisting(onPath('WebKitWebDriver'))

/** @returns {string | undefined} */
export const findXvfb = () => firstExisting(onPath('Xvfb'))

/** @returns {string | undefined} */
const findPython = () => firstExisting(onPath('python3'))

const NOTO_FONT = '/usr/share/fonts/truetype/noto/NotoNastaliqUrdu-Regular.ttf'

const programs = {
  chromium: {
    title: 'Chromium',
    debianPackage: 'chromium',
    find: findChromium,
    advice:
      'Install it (Debian: apt-get install chromium; elsewhere: npx playwright install chromium), or set CHROMIUM_PATH ' +
      'to its executable.',
  },
  firefox: {
    title: 'Firefox',
    debianPackage: 'firefox-esr',
    find: findFirefox,
    advice:
      'Install it (Debian: apt-get install firefox-esr; macOS: brew install firefox), or set FIREFOX_PATH to its executable.',
  },
  webkit: {
    title: 'WebKitGTK driver',
    debianPackage: 'webkit2gtk-driver',
    find: findWebKitDriver,
    advice: 'It exists for Linux only. Install it on Debian: apt-get install webkit2gtk-driver.',
  },
  xvfb: {
    title: 'Xvfb',
    debianPackage: 'xvfb',
    find: findXvfb,
    advice: 'WebKitGTK needs its virtual screen. Install it on Debian: apt-get install xvfb.',
  },
  redis: {
    title: 'Redis',
    debianPackage: 'redis-server',
    find: findRedis,
    advice:
      'Install it (Debian: apt-get install redis-server; macOS: brew install redis), or set REDIS_SERVER_PATH to its ' +
      'executable.',
  },
  python: {
    title: 'Python',
    debianPackage: 'python3',
    find: findPython,
    advice: 'Install Python 3.9 or later (Debian: apt-get install python3; macOS: brew install python).',
  },
  fonts: {
    title: 'Noto fonts',
    debianPackage: 'fonts-noto-core',
    find: () => firstExisting([NOTO_FONT]),
    advice:
      'The screenshots of the Indian scripts need them. Install them on Debian: apt-get install fonts-noto-core.',
  },
}

/** @typedef {keyof typeof programs} Program */

/** @param {string} command */
function run(command) {
  console.log(`$ ${command}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(command, { shell: true, stdio: 'inherit', env }).status === 0
}

/**
 * Installs missing programs: with apt-get as root on Debian; Chromium elsewhere with Playwright.
 *
 * @param {readonly Program[]} names
 * @returns {boolean} false if one is still missing. Then the advice is printed
 */
export function ensurePrograms(names) {
  const wanted = names.map((name) => programs[name])
  const missing = wanted.filter(({ find }) => !find())
  const isDebianRoot = existsSync('/etc/debian_version') && process.getuid?.() === 0
  if (missing.length > 0 && isDebianRoot && run('apt-get update')) {
    // One by one: apt-get installs nothing if one of several packages does not exist.
    for (const { debianPackage } of missing)
      run(`apt-get install -y --no-install-recommends ${debianPackage}`)
  }
  if (names.includes('chromium') && !findChromium()) run('npx playwright install chromium')

  const absent = wanted.filter(({ find }) => !find())
  for (const { title, find } of wanted) console.log(`${title}: ${find() ?? 'missing'}`)
  for (const { title, advice } of absent) console.error(`${title} not found. ${advice}`)
  return absent.length === 0
}
