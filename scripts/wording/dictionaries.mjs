import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { formatAs } from '../formatAs.mjs'

/** @typedef {import('./sentences.mjs').Dictionary} Dictionary */

const folder = new URL('../../src/locales/', import.meta.url)

/**
 * Path of a language's dictionary.
 *
 * @param {string} lang
 */
export const placeOf = (lang) => fileURLToPath(new URL(`${lang}.ts`, folder))

/** Languages other than English. */
export const languages = () =>
  readdirSync(folder)
    .map((file) => file.replace(/\.ts$/, ''))
    .filter((name) => name !== 'en' && name !== 'ItrMessages')

/**
 * Returns a language's dictionary. Node 20 cannot run TypeScript, so this strips the types first.
 *
 * @param {string} lang
 * @returns {Promise<Dictionary>}
 */
export async function readDictionary(lang) {
  const { outputText } = ts.transpileModule(readFileSync(placeOf(lang), 'utf8'), {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  })
  return (await import(`data:text/javascript,${encodeURIComponent(outputText)}`))[lang]
}

/**
 * Returns the source file of a dictionary, formatted.
 *
 * @param {string} lang
 * @param {Dictionary} dictionary
 */
export async function toSource(lang, dictionary) {
  const source = `import type { ItrMessages } from './ItrMessages.ts'

/** ${new Intl.DisplayNames('en', { type: 'language' }).of(lang)}. */
export const ${lang}: ItrMessages = ${toLiteral(dictionary)}
`
  return formatAs(placeOf(lang), source)
}

/**
 * Puts an empty line before each group.
 *
 * @param {Dictionary} dictionary
 * @returns {string}
 */
const toLiteral = (dictionary) =>
  `{\n${Object.entries(dictionary)
    .map(([name, value]) =>
      typeof value === 'string'
        ? `${JSON.stringify(name)}: ${toVisible(JSON.stringify(value))},\n`
        : `\n${JSON.stringify(name)}: ${toLiteral(value)},\n`,
    )
    .join('')}}`

/**
 * Escapes marks of direction, because editors do not show them.
 *
 * @param {string} text
 */
const toVisible = (text) =>
  text.replace(/[\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, (mark) => `\\u${mark.charCodeAt(0).toString(16)}`)
