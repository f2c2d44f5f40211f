import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Instrumenter } from '@stryker-mutator/instrumenter'
import { globSync } from 'tinyglobby'
import { layers } from './layers.mjs'

export const root = fileURLToPath(new URL('../../', import.meta.url))

const logger = { debug() {}, info() {}, isDebugEnabled: () => false }

/**
 * Puts all mutants of a layer into its sources. `globalThis.__stryker__.activeMutant` then switches one on.
 *
 * @param {string} layer
 */
export async function instrument(layer) {
  const names = globSync(layers[layer] ?? [], { cwd: root }).sort()
  const sources = Object.fromEntries(names.map((name) => [name, readFileSync(join(root, name), 'utf8')]))
  const { files, mutants } = await new Instrumenter(/** @type {any} */ (logger)).instrument(
    names.map((name) => ({ name, content: sources[name] ?? '', mutate: true })),
    { ignorers: [], excludedMutations: [], plugins: null },
  )
  return { sources, code: new Map(files.map(({ name, content }) => [join(root, name), content])), mutants }
}
