import { parseCsv, toCsv } from './csv.mjs'
import { noteOn } from './notes.mjs'
import { placeholdersOf, sentencesOf } from './sentences.mjs'

/** @typedef {import('./sentences.mjs').Dictionary} Dictionary */

const header = ['key', 'English', 'translation', 'note']

/**
 * Allowed values of the metadata.
 *
 * @param {string} lang
 * @returns {Readonly<Record<string, readonly string[]>>}
 */
const choicesIn = (lang) => ({ lang: [lang], dir: ['ltr', 'rtl'], reviewed: ['yes', 'no'] })

/**
 * Returns a dictionary as CSV for translators and reviewers, with one row for each message.
 *
 * @param {object} english
 * @param {object} dictionary
 */
export function toSheet(english, dictionary) {
  const translated = sentencesOf(dictionary)
  const rows = [...sentencesOf(english)].map(([key, text]) => [
    key,
    text,
    translated.get(key) ?? '',
    noteOn(key) ?? '',
  ])
  return toCsv([header, ...rows])
}

/**
 * Parses a sheet. Returns the dictionary in the order of English, and the faults of the sheet, each with its line or key. The
 * dictionary is complete only if there are no faults.
 *
 * @param {object} english
 * @param {string} lang
 * @param {string} csv
 * @returns {{ dictionary: Dictionary, faults: string[] }}
 */
export function readSheet(english, lang, csv) {
  let rows
  try {
    rows = parseCsv(csv)
  } catch (error) {
    return { dictionary: {}, faults: [`This is not CSV: ${/** @type {Error} */ (error).message}`] }
  }
  const [first, ...rest] = rows
  if (header.some((name, column) => first?.texts[column] !== name)) {
    const found = first?.texts.join(',').slice(0, 60) ?? ''
    return {
      dictionary: {},
      faults: [
        `The first line is "${found}", and must be "${header.join(',')}". Save the sheet as "CSV UTF-8 (comma delimited)".`,
      ],
    }
  }

  const expected = sentencesOf(english)
  const choices = choicesIn(lang)
  /** @type {Map<string, string>} */
  const read = new Map()
  const faults = rest.flatMap(({ line, texts }) => {
    const [key = '', shown = '', translation = ''] = texts
    const text = translation.trim().normalize('NFC')
    const original = expected.get(key)
    if (original === undefined) return [`line ${line}: there is no key "${key}".`]
    if (read.has(key)) return [`line ${line}: ${key} is there twice.`]
    read.set(key, text)
    if (shown.trim() !== original)
      return [
        `line ${line}: the English of ${key} is "${original}" by now. See whether the translation fits, and put that in the sheet.`,
      ]
    return faultsOf(original, text, choices[key]).map((fault) => `line ${line}: ${key} ${fault}`)
  })
  const missing = [...expected.keys()].filter((key) => !read.has(key)).map((key) => `${key} is missing.`)
  return { dictionary: fill(english, read), faults: [...faults, ...missing] }
}

/**
 * @param {string} english
 * @param {string} text
 * @param {readonly string[]} [allowed] all allowed values
 */
function faultsOf(english, text, allowed) {
  if (text === '') return ['has no translation.']
  if (allowed) return allowed.includes(text) ? [] : [`is "${text}", and must be ${allowed.join(' or ')}.`]
  if (/\?\?|\uFFFD/.test(text))
    return ['has lost its letters. Save the sheet as "CSV UTF-8 (comma delimited)".']
  const wanted = placeholdersOf(english)
  const given = placeholdersOf(text)
  return [
    ...wanted.filter((name) => !given.includes(name)).map((name) => `lacks ${name}.`),
    ...given
      .filter((name) => !wanted.includes(name))
      .map((name) => `has ${name}, which the English has not.`),
  ]
}

/**
 * @param {object} shape
 * @param {ReadonlyMap<string, string>} sentences
 * @returns {Dictionary}
 */
const fill = (shape, sentences, prefix = '') =>
  Object.fromEntries(
    Object.entries(shape).map(([name, value]) => [
      name,
      typeof value === 'string'
        ? (sentences.get(prefix + name) ?? '')
        : fill(value, sentences, `${prefix}${name}.`),
    ]),
  )
