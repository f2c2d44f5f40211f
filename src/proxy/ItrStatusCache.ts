/**
 * Where instances of the proxy leave answers for each other: a Keyv over Redis fits as it is. Keys tell nothing of the job,
 * values are JSON text of the fields that the browser sees anyway.
 */
export interface ItrStatusCache {
  /** What was set and is not out of date, else anything that is not a string; may be a promise. */
  get: (key: string) => unknown
  /** May drop the value after `ttlMs`, a whole number of ms. What it returns or throws does not matter. */
  set: (key: string, value: string, ttlMs: number) => unknown
}
