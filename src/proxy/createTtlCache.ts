interface Kept<T> {
  value: T
  since: number
  until: number
}

/** How often those out of date are looked for among all, in ms. */
const SWEEP_EVERY = 1000

/**
 * Remembers values until a time of each: at most `capacity` of them, the oldest making room, those out of date dropped as new
 * ones come. No timers: a server without traffic may sleep, and Workers allow none outside a request.
 */
export function createTtlCache<T>(capacity: number) {
  const kept = new Map<string, Kept<T>>()
  // Made once: a new one would walk over all that was deleted before. What it has passed is gone, so it never runs out.
  const oldest = kept.keys()
  let sweptAt = 0

  // A clock that was set back makes no answer live longer.
  const isFresh = ({ since, until }: Kept<T>, now: number) => since <= now && now < until

  function sweep(now: number) {
    if (Math.abs(now - sweptAt) < SWEEP_EVERY) return
    sweptAt = now
    for (const [key, entry] of kept) if (!isFresh(entry, now)) kept.delete(key)
  }

  return {
    get(key: string): T | undefined {
      const entry = kept.get(key)
      return entry && isFresh(entry, Date.now()) ? entry.value : undefined
    },
    set(key: string, value: T, until: number): void {
      const now = Date.now()
      sweep(now)
      kept.delete(key)
      if (now >= until) return
      if (kept.size >= capacity) kept.delete(oldest.next().value!)
      kept.set(key, { value, since: now, until })
    },
  }
}
