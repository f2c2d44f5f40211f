/**
 * Survivors, by file and as the mutant has the line, and why each may live.
 *
 * @type {Readonly<Record<string, Readonly<Record<string, string>>>>}
 */
export const argued = {}
