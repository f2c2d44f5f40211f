// Runs before `npm test`: finds the Chromium and the Redis server that the tests need, or fetches what is missing.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findChromium } from './chromium.mjs'
import { findRedis } from './redis.mjs'

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
]

/** @param {string} command */
function run(command) {
  console.log(`$ ${command}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(command, { shell: true, stdio: 'inherit', env }).status === 0
}

const packages = programs.filter(({ find }) => !find()).map(({ debianPackage }) => debianPackage)
const isDebianAsRoot = existsSync('/etc/debian_version') && process.getuid?.() === 0
if (packages.length > 0 && isDebianAsRoot && run('apt-get update'))
  run(`apt-get install -y --no-install-recommends ${packages.join(' ')}`)
if (!findChromium()) run('npx playwright install chromium')

for (const { name, find, advice } of programs) {
  const path = find()
  if (path) {
    console.log(`${name}: ${path}`)
  } else {
    console.error(advice)
    process.exitCode = 1
  }
}
