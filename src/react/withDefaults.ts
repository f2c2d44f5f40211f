/** Fills the undefined keys of `own` from `defaults`. */
export function withDefaults<T extends object, D extends object>(own: T, defaults: D): T & D {
  const all = { ...defaults, ...own } as Record<string, unknown>
  for (const key in defaults) if (all[key] === undefined) all[key] = defaults[key]
  return all as never
}
