/** @typedef {{ [key: string]: string | Dictionary }} Dictionary nested; the leaves are messages */

/**
 * Returns the messages of a dictionary by flat key: `heading.failed`.
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
 * Returns the placeholders in a message, sorted, each once.
 *
 * @param {string} sentence
 */
export const placeholdersOf = (sentence) => [...new Set(sentence.match(/\{\w+\}/g))].sort()
