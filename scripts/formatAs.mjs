import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { format } from 'oxfmt'

const options = JSON.parse(readFileSync(new URL('../.oxfmtrc.json', import.meta.url), 'utf8'))

/**
 * Formats the generated `text` in the way `npm run format` formats `file`.
 *
 * @param {string} file
 * @param {string} text
 */
export async function formatAs(file, text) {
  const { code, errors } = await format(basename(file), text, options)
  if (errors[0]) throw new Error(`${file}: ${errors[0].message}`)
  return code
}
