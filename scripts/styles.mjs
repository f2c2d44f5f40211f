import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Returns a source stylesheet with its imports inlined. The working directory must be the root of the repository.
 *
 * @param {string} path
 * @returns {string}
 */
export const readStyles = (path = 'src/ui/styles.css') =>
  readFileSync(path, 'utf8').replace(
    /@import '(.+?)'(?: layer\((.+?)\))?;/g,
    (_, /** @type {string} */ imported, /** @type {string | undefined} */ layer) => {
      const css = readStyles(join(dirname(path), imported))
      return layer ? `@layer ${layer} {\n${css}}` : css
    },
  )
