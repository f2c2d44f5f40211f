import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './instrument.mjs'

/** Random or long tests: they might not kill the same mutants in the next run. */
const EXCLUDED = /\.property\.test\.|proxy\/hostile-upstream|react\/schedule/

/** Returns the layer's own tests, which must prove what the layer does. @param {string} layer @param {string} extension */
export const listTests = (layer, extension) =>
  readdirSync(join(root, 'test', layer), { recursive: true, encoding: 'utf8' })
    .map((name) => `test/${layer}/${name}`)
    .filter((name) => name.endsWith(`.test.${extension}`) && !EXCLUDED.test(name))
