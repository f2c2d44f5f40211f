import { readFile } from 'node:fs/promises'

/** Returns the name and the version of a package. @param {string} path from the root of the repository */
export async function versionOf(path) {
  const manifest = new URL(`../${path}/package.json`, import.meta.url)
  const { name, version } = JSON.parse(await readFile(manifest, 'utf8'))
  return `${name} ${version}`
}
