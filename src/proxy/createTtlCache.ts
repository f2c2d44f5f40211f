interface Entry<T> {
  value: T
  storedAt: number
  expiresAt: number
}

/** Shortest time between two searches for expired entries. */
const SWEEP_INTERVAL_MS = 1000

/**
 * Creates an in-memory cache with an expiry per entry. At `capacity` the oldest entry is dropped. Expired entries are dropped
 * when new ones are stored. Timers cannot do that: Workers allow none outside a request.
 */
export function createTtlCache<T>(capacity: number) {
  const entries = new Map<string, Entry<T>>()
  // Shared by evictions: a new iterator would walk over all deleted entries. Renewed by each sweep: V8 keeps all tables that the
  // map has had since the iterator's last step.
  let oldest = entries.keys()
  let sweptAt = 0

  // After the clock was set back, an entry seems to be from the future. It must not live longer.
  const isFresh = ({ storedAt, expiresAt }: Entry<T>, now: number) => storedAt <= now && now < expiresAt

  function sweep(now: number) {
    if (Math.abs(now - sweptAt) < SWEEP_INTERVAL_MS) return
    sweptAt = now
    oldest = entries.keys()
    for (const [key, entry] of entries) if (!isFresh(entry, now)) entries.delete(key)
  }

  return {
    get(key: string): T | undefined {
      const entry = entries.get(key)
      return entry && isFresh(entry, Date.now()) ? entry.value : undefined
    },
    /** @param expiresAt in epoch ms; nothing is stored if that is not in the future */
    set(key: string, value: T, expiresAt: number): void {
      const now = Date.now()
      sweep(now)
      entries.delete(key)
      if (now >= expiresAt) return
      if (entries.size >= capacity) entries.delete(oldest.next().value!)
      entries.set(key, { value, storedAt: now, expiresAt })
    },
  }
}
