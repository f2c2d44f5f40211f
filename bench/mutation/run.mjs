// Mutation testing: changes the sources of a layer one small step at a time (a mutant) and runs the layer's own tests on each.
// Names of layers run only those; without arguments all run, which takes too long for CI. Then writes bench/MUTATION.md from
// the last report of each layer. Exits 1 below the required score.
import { execSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { layers } from './layers.mjs'

/** @param {string} relative */
const path = (relative) => fileURLToPath(new URL(relative, import.meta.url))

const wanted = process.argv.slice(2)
const unknown = wanted.find((name) => !layers.includes(name))
if (unknown) throw new TypeError(`There is no layer "${unknown}" to mutate. Expected: ${layers.join(', ')}.`)

if (!existsSync(path('node_modules')))
  execSync('npm ci --no-audit --no-fund', { cwd: path('./'), stdio: 'inherit' })
mkdirSync(path('reports'), { recursive: true })

const { mutateLayer } = await import('./mutateLayer.mjs')
for (const layer of wanted.length > 0 ? wanted : layers) {
  console.log(`Mutating ${layer}`)
  writeFileSync(path(`reports/${layer}.json`), JSON.stringify({ files: await mutateLayer(layer) }))
}

await import('./report.mjs')
