// Runs before `npm test`: finds a Chromium for the browser tests, or fetches one.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findChromium } from './chromium.mjs'

/** @param {string} command */
function run(command) {
  console.log(`$ ${command}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(command, { shell: true, stdio: 'inherit', env }).status === 0
}

const isDebianAsRoot = existsSync('/etc/debian_version') && process.getuid?.() === 0

const ways = [
  () => isDebianAsRoot && run('apt-get update') && run('apt-get install -y --no-install-recommends chromium'),
  () => run('npx playwright install chromium'),
]

let path = findChromium()
for (const fetch of ways) {
  if (path) break
  fetch()
  path = findChromium()
}

if (path) {
  console.log(`Chromium: ${path}`)
} else {
  console.error(
    'The browser tests need a Chromium, and none could be found or fetched. Install one (Debian: apt-get install ' +
      'chromium; elsewhere: npx playwright install chromium), or set CHROMIUM_PATH to the executable of one.',
  )
  process.exit(1)
}
