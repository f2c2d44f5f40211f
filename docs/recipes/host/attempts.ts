// This file stands for a counter in your database that every instance shares, such as INCR and EXPIRE NX of Redis.

const DAY = 24 * 60 * 60_000

/** Times of the attempts by user id. */
export const attempts = new Map<string, number[]>()

/**
 * Counts an attempt of a user, and returns whether it is allowed: at most `max` in 24 hours. A refused press does not count: it
 * would extend the lock.
 */
export async function countAttempt(user: string, max: number): Promise<boolean> {
  const now = Date.now()
  const recent = (attempts.get(user) ?? []).filter((at) => at > now - DAY)
  if (recent.length >= max) return false
  attempts.set(user, [...recent, now])
  return true
}
