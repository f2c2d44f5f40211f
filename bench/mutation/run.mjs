// Mutation testing: Stryker changes the sources of a layer one small step at a time and runs the layer's own tests on each
// change. A change that no test notices survives. Names of layers run only those; without arguments all run, which takes too
// long for CI. Then writes bench/MUTATION.md from the last report of each layer. Exits 1 below the required score.
import { execFileSync, execSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { layers } from './layers.mjs'

/** @param {string} relative */
const path = (relative) => fileURLToPath(new URL(relative, import.meta.url))

const wanted = process.argv.slice(2)
const unknown = wanted.find((name) => !(name in layers))
if (unknown)
  throw new TypeError(
    `There is no layer "${unknown}" to mutate. Expected: ${Object.keys(layers).join(', ')}.`,
  )

if (!existsSync(path('node_modules'))) {
  // Its peer vitest is the one of the repository root.
  execSync('npm ci --legacy-peer-deps --no-audit --no-fund', { cwd: path('./'), stdio: 'inherit' })
}

for (const layer of wanted.length > 0 ? wanted : Object.keys(layers)) {
  execFileSync(
    process.execPath,
    [path('node_modules/@stryker-mutator/core/bin/stryker.js'), 'run', path('stryker.config.mjs')],
    { cwd: path('../../'), stdio: 'inherit', env: { ...process.env, MUTATION_LAYER: layer } },
  )
}

await import('./report.mjs')
