/** @typedef {{ [key: string]: string | Dictionary }} Dictionary nested, its leaves sentences */

/**
 * The sentences of a dictionary by their flat names: `heading.failed`.
 *
 * @param {object} dictionary
 * @returns {Map<string, string>}
 */
export const sentencesOf = (dictionary) => new Map(Object.entries(dictionary).flatMap(flatten))

/**
 * @param {[name: string, value: string | object]} entry
 * @returns {[key: string, text: string][]}
 */
const flatten = ([name, value]) =>
  typeof value === 'string'
    ? [[name, value]]
    : Object.entries(value).flatMap(([inner, text]) => flatten([`${name}.${inner}`, text]))

/**
 * The names of the placeholders in a sentence, sorted, each once.
 *
 * @param {string} sentence
 */
export const placeholdersOf = (sentence) => [...new Set(sentence.match(/\{\w+\}/g))].sort()
