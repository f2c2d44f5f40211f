/**
 * Builds the error for an unusable option: ``itr-progress: `timeout` is -1. Expected a positive number of milliseconds.``
 *
 * @param problem starts with a verb; must not contain a secret
 */
export const createOptionError = (option: string, problem: string, expected: string): TypeError =>
  new TypeError(`itr-progress: \`${option}\` ${problem}. Expected ${expected}.`)
