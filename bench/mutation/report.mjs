// Writes bench/MUTATION.md from the last Stryker report of each layer. Run it alone after a change of `argued.mjs`.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { formatAs } from '../../scripts/formatAs.mjs'
import { describeMutants } from './describeMutants.mjs'
import { layers } from './layers.mjs'

/** @param {string} layer */
const reportOf = (layer) => new URL(`reports/${layer}.json`, import.meta.url)

const measured = Object.keys(layers).filter((layer) => existsSync(reportOf(layer)))
/** @type {Parameters<typeof describeMutants>[1]} */
const files = Object.assign(
  {},
  ...measured.map((layer) => JSON.parse(readFileSync(reportOf(layer), 'utf8')).files),
)

const { text, isMet } = describeMutants(measured, files)
console.log(text)
const file = fileURLToPath(new URL('../MUTATION.md', import.meta.url))
writeFileSync(file, await formatAs(file, text))
process.exitCode = isMet ? 0 : 1
