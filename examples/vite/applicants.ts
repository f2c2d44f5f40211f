// This file stands for your sign-in, your KYC records and a counter in your database.

/** Returns the id of the signed-in user, or null. In this example every session is a user. */
export const userOf = (cookies: string | null | undefined): string | null =>
  /(?:^|; )session=([\w-]+)/.exec(cookies ?? '')?.[1] ?? null

/** Returns the PAN from your own KYC. A PAN from the form would let a user lock somebody else's account. */
export const panOf = (_user: string): string => 'QWERT9876Z'

/** Portals lock an account after a few wrong passwords. */
const MAX_ATTEMPTS = 3

const attempts = new Map<string, number>()

/** Counts an attempt of a user. Returns whether it is allowed. In your database, let the count expire after a day. */
export function countAttempt(user: string): boolean {
  const count = (attempts.get(user) ?? 0) + 1
  attempts.set(user, count)
  return count <= MAX_ATTEMPTS
}
