// This file stands for a counter in your database that every instance shares, such as INCR and EXPIRE of Redis.

const DAY = 24 * 60 * 60_000

/** Times of the attempts by user id. */
export const attempts = new Map<string, number[]>()

/** Counts an attempt of a user. Returns how many there were in the last 24 hours, with this one. */
export async function countAttempt(user: string): Promise<number> {
  const now = Date.now()
  const recent = [...(attempts.get(user) ?? []).filter((at) => at > now - DAY), now]
  attempts.set(user, recent)
  return recent.length
}
