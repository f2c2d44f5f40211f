// Mutation testing: Stryker changes the sources of a layer one small step at a time and runs the layer's own tests on each
// change. A change that no test notices survives. Without arguments it runs all layers and writes bench/MUTATION.md; names
// of layers run only those and write nothing. Exits 1 below the required score. A full run takes too long for CI.
import { execFileSync, execSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { formatAs } from '../../scripts/formatAs.mjs'
import { describeMutants } from './describeMutants.mjs'
import { layers } from './layers.mjs'

/** @param {string} relative */
const path = (relative) => fileURLToPath(new URL(relative, import.meta.url))

const wanted = process.argv.slice(2)
const unknown = wanted.find((name) => !(name in layers))
if (unknown)
  throw new TypeError(
    `There is no layer "${unknown}" to mutate. Expected: ${Object.keys(layers).join(', ')}.`,
  )

const chosen = (wanted.length > 0 ? wanted : Object.keys(layers)).filter((name) =>
  existsSync(path(`../../src/${name}`)),
)

if (!existsSync(path('node_modules'))) {
  // Its peer vitest is the one of the repository root.
  execSync('npm ci --legacy-peer-deps --no-audit --no-fund', { cwd: path('./'), stdio: 'inherit' })
}

/** @type {Parameters<typeof describeMutants>[1]} */
const files = {}
for (const layer of chosen) {
  execFileSync(
    process.execPath,
    [path('node_modules/@stryker-mutator/core/bin/stryker.js'), 'run', path('stryker.config.mjs')],
    { cwd: path('../../'), stdio: 'inherit', env: { ...process.env, MUTATION_LAYER: layer } },
  )
  Object.assign(files, JSON.parse(await readFile(path('report.json'), 'utf8')).files)
}

const { text, isMet } = describeMutants(chosen, files)
console.log(text)
if (wanted.length === 0) {
  const file = path('../MUTATION.md')
  await writeFile(file, await formatAs(file, text))
}
process.exitCode = isMet ? 0 : 1
