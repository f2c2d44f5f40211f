import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { createTtlCache } from '../../src/proxy/createTtlCache.ts'
import { useFakeClock } from './createProxy.ts'

const advance = useFakeClock()

/** A cache with `store`, which takes a time to live, and `keys`, which lists the keys that have a value. */
function createCache(capacity: number) {
  const cache = createTtlCache<string>(capacity)
  return {
    get: (key: string) => cache.get(key),
    store: (key: string, ttl: number, value = 'x') => cache.set(key, value, Date.now() + ttl),
    keys: () => ['long', 'a', 'b', 'c', 'd'].filter((key) => cache.get(key) !== undefined),
  }
}

describe('createTtlCache', () => {
  it('keeps a value until it expires, to the millisecond', () => {
    const { store, keys } = createCache(10)
    store('a', 100)
    advance(99)
    expect(keys()).toEqual(['a'])
    advance(1)
    expect(keys()).toEqual([])
  })

  it('drops the oldest entry at capacity: a replaced value is new', () => {
    const { get, store, keys } = createCache(2)
    store('a', 1000)
    store('b', 1000)
    store('a', 1000, 'new')
    store('c', 1000)
    expect(keys()).toEqual(['a', 'c'])
    expect(get('a')).toBe('new')
  })

  it('does not store a value that has expired, but removes the one before', () => {
    const { store, keys } = createCache(1)
    store('a', 1000)
    store('b', 0)
    expect(keys()).toEqual(['a'])
    store('a', 0)
    expect(keys()).toEqual([])
  })

  it.each([
    [999, ['c', 'd']],
    [1000, ['long', 'c', 'd']],
  ])('drops expired entries first, but looks for them once a second: after %i ms it has %j', (ms, kept) => {
    const { store, keys } = createCache(3)
    store('long', 60_000)
    for (const key of ['a', 'b']) store(key, 100)
    advance(ms)
    for (const key of ['c', 'd']) store(key, 100)
    expect(keys()).toEqual(kept)
  })

  it('drops entries from the future after the clock was set back', () => {
    const { store, keys } = createCache(3)
    store('long', 7_200_000)
    advance(3_600_000)
    for (const key of ['a', 'b']) store(key, 60_000)
    advance(-3_600_000)
    store('c', 60_000)
    expect(keys()).toEqual(['long', 'c'])
  })

  it('keeps no expired value in memory, even if it never reaches its capacity', async () => {
    const cache = createTtlCache<object>(10_000)
    const values: WeakRef<object>[] = []
    for (let time = 0; time < 20_000; time++) {
      advance(10)
      const value = {}
      values.push(new WeakRef(value))
      cache.set(`job-${time}`, value, Date.now() + 5000)
    }
    // A WeakRef keeps its value until the end of the current task.
    await new Promise((resolve) => setImmediate(resolve))
    setFlagsFromString('--expose-gc')
    const collectGarbage = runInNewContext('gc') as () => void
    setFlagsFromString('--no-expose-gc')
    collectGarbage()
    expect(values.filter((value) => value.deref()).length).toBeLessThan(1000)
    expect(cache.get('job-19999')).toEqual({})
  })
})
