/** `own`, with `defaults` where it says nothing. */
export function withDefaults<T extends object, D extends object>(
  own: T,
  defaults: D,
): Omit<T, keyof D> & WithDefaults<T, D> {
  const said = Object.entries(own).filter(([, value]) => value !== undefined)
  return { ...defaults, ...Object.fromEntries(said) } as never
}

type WithDefaults<T, D> = { [K in keyof D]: K extends keyof T ? Exclude<T[K], undefined> | D[K] : D[K] }
