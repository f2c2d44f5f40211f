/**
 * Creates the error for a bad option.
 *
 * @param problem the value, or a description of it if it may be secret: "is -1", "is blank"
 * @param expected a noun phrase: "a positive number of milliseconds"
 */
export function createOptionError(option: string, problem: string, expected: string): TypeError {
  return new TypeError(`itr-progress: \`${option}\` ${problem}. Expected ${expected}.`)
}
