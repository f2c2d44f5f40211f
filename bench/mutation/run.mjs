// Changes contract, transport, polling and proxy in small ways, one at a time (Stryker's mutants), and runs their tests on
// each: a change that no test notices survives. Writes bench/MUTATION.md. Names of rooms mutate only those, and write
// nothing. Ends with 1 where a bar is missed. It takes about 20 minutes, so neither `npm test` nor CI runs it.
import { execFileSync, execSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { describeMutants } from './describeMutants.mjs'

const rooms = ['contract', 'transport', 'polling', 'proxy']

const wanted = process.argv.slice(2)
const unknown = wanted.find((room) => !rooms.includes(room))
if (unknown) {
  throw new TypeError(
    `There is no room ${unknown} to mutate. The rooms are ${rooms.join(', ')}; without a name all are mutated.`,
  )
}

/** @param {string} relative */
const path = (relative) => fileURLToPath(new URL(relative, import.meta.url))

if (!existsSync(path('node_modules'))) {
  // Its peer, vitest, is the root's.
  execSync('npm ci --legacy-peer-deps --no-audit --no-fund', { cwd: path('./'), stdio: 'inherit' })
}
const mutated = wanted.length > 0 ? wanted : rooms
execFileSync(
  process.execPath,
  [
    path('node_modules/@stryker-mutator/core/bin/stryker.js'),
    'run',
    path('stryker.config.mjs'),
    '--mutate',
    mutated.map((room) => `src/${room}/**/*.ts`).join(),
  ],
  { cwd: path('../../'), stdio: 'inherit' },
)

const { files } = JSON.parse(await readFile(path('report.json'), 'utf8'))
const { text, isMet } = describeMutants(mutated, files)
console.log(text)
if (wanted.length === 0) {
  const file = path('../MUTATION.md')
  await writeFile(file, await format(text, { ...(await resolveConfig(file)), filepath: file }))
}
process.exitCode = isMet ? 0 : 1
