/** A store as Redis is one: each operation takes a ms or two, and a value is gone after its time. */
export function createVirtualStore() {
  /** @type {Map<string, { value: string, until: number }>} */
  const values = new Map()
  const trip = () => new Promise((resolve) => setTimeout(resolve, 1))
  return {
    /** @param {string} key */
    async get(key) {
      await trip()
      const found = values.get(key)
      return found && Date.now() < found.until ? found.value : undefined
    },
    /** @param {string} key @param {string} value @param {number} ttl ms */
    async set(key, value, ttl) {
      await trip()
      values.set(key, { value, until: Date.now() + ttl })
    },
  }
}
