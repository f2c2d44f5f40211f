import { readFileSync } from 'node:fs'

/** Returns the source stylesheet with its imports inlined. The working directory must be the root of the repository. */
export const readStyles = () =>
  readFileSync('src/ui/styles.css', 'utf8').replace(
    /@import '(.+?)' layer\((.+?)\);/g,
    (_, path, layer) => `@layer ${layer} {\n${readFileSync(`src/ui/${path}`, 'utf8')}}`,
  )
