/** Fills the undefined keys of `own` from `defaults`. */
export function withDefaults<T extends object, D extends object>(
  own: T,
  defaults: D,
): Omit<T, keyof D> & WithDefaults<T, D> {
  const all = { ...defaults, ...own } as Record<string, unknown>
  for (const key in defaults) if (all[key] === undefined) all[key] = defaults[key]
  return all as never
}

type WithDefaults<T, D> = { [K in keyof D]: K extends keyof T ? Exclude<T[K], undefined> | D[K] : D[K] }
