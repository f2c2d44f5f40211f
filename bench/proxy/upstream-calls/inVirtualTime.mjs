// Lets 10,000 people watch 1,000 jobs, in virtual time. Argument: the number of proxy instances.
import { enterVirtualTime, letPass } from '../../virtualTime.mjs'
import { watch } from './watch.mjs'

const instances = Number(process.argv[2])

enterVirtualTime()
const cache = instances > 1 ? createVirtualStore() : undefined
const caches = Array.from({ length: instances }, () => cache)

const result = watch({ jobs: 1000, watchersPerJob: 10, second: 1000, startWithin: 180, caches })
// The last job is terminal after 4.5 minutes, and the last watcher begins half a minute later.
await letPass(6 * 60_000)
process.send?.(await result)

/** A stand-in for Redis: each operation takes about 1 ms, and a value expires after its TTL. */
function createVirtualStore() {
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
