// Runs before `npm test`: finds the Chromium, the Redis server and the fonts that the tests need, or fetches what is missing.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findChromium } from './chromium.mjs'
import { findRedis } from './redis.mjs'

const FONTS = '/usr/share/fonts/truetype/noto/NotoNastaliqUrdu-Regular.ttf'

const programs = [
  {
    name: 'Chromium',
    debianPackage: 'chromium',
    find: findChromium,
    advice:
      'The browser tests need a Chromium, and none could be found or fetched. Install one (Debian: apt-get install ' +
      'chromium; elsewhere: npx playwright install chromium), or set CHROMIUM_PATH to the executable of one.',
  },
  {
    name: 'Redis',
    debianPackage: 'redis-server',
    find: findRedis,
    advice:
      'The tests of a shared cache need a Redis server, and none could be found or fetched. Install one (Debian: ' +
      'apt-get install redis-server; macOS: brew install redis), or set REDIS_SERVER_PATH to the executable of one.',
  },
  {
    name: 'Fonts of the Indian scripts',
    debianPackage: 'fonts-noto-core',
    find: () => (existsSync(FONTS) ? FONTS : undefined),
    advice:
      'The pictures of `npm run test:visual` need the Noto fonts (Debian: apt-get install fonts-noto-core). All other ' +
      'tests do without.',
    isOptional: true,
  },
]

/** @param {string} command */
function run(command) {
  console.log(`$ ${command}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(command, { shell: true, stdio: 'inherit', env }).status === 0
}

const missing = programs.filter(({ find }) => !find())
const isDebianAsRoot = existsSync('/etc/debian_version') && process.getuid?.() === 0
if (missing.length > 0 && isDebianAsRoot && run('apt-get update'))
  // One by one: a package that a distribution lacks must not cost the others.
  for (const { debianPackage } of missing) run(`apt-get install -y --no-install-recommends ${debianPackage}`)
if (!findChromium()) run('npx playwright install chromium')

for (const { name, find, advice, isOptional } of programs) {
  const path = find()
  if (path) {
    console.log(`${name}: ${path}`)
  } else {
    console.error(advice)
    if (!isOptional) process.exitCode = 1
  }
}
