/**
 * Reasons why a surviving mutant is acceptable, by file and mutated line.
 *
 * @type {Readonly<Record<string, Readonly<Record<string, string>>>>}
 */
export const argued = {}
