import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Instrumenter } from '@stryker-mutator/instrumenter'

export const root = fileURLToPath(new URL('../../', import.meta.url))

const silent = { debug() {}, info() {}, isDebugEnabled: () => false }

/** @typedef {{ line: number, column: number }} Position counted from 0 */
/** @typedef {{ id: string, fileName: string, replacement: string, location: { start: Position, end: Position } }} Mutant */

/**
 * Puts all mutants of a layer into its sources. `globalThis.__stryker__.activeMutant` then switches one on.
 *
 * @param {string} layer
 * @returns {Promise<{ sources: Record<string, string>, code: Map<string, string>, mutants: Mutant[] }>} with the instrumented
 *   code by absolute path
 */
export async function instrument(layer) {
  const files = readdirSync(join(root, 'src', layer), { recursive: true, encoding: 'utf8' })
    // JSX of the widget is tested by its pictures and stories.
    .filter((name) => name.endsWith('.ts') || (name.endsWith('.tsx') && layer !== 'ui'))
    .sort()
    .map((file) => `src/${layer}/${file}`)
    .map((name) => ({ name, content: readFileSync(join(root, name), 'utf8'), mutate: true }))
  const options = { ignorers: [], excludedMutations: [], plugins: null }
  const instrumented = await new Instrumenter(silent).instrument(files, options)
  return {
    sources: Object.fromEntries(files.map(({ name, content }) => [name, content])),
    code: new Map(
      instrumented.files.map((/** @type {{ name: string, content: string }} */ { name, content }) => [
        join(root, name),
        content,
      ]),
    ),
    mutants: instrumented.mutants,
  }
}
