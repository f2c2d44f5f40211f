import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createTtlCache } from '../../src/proxy/createTtlCache.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

const later = (ms: number) => vi.setSystemTime(Date.now() + ms)

it('a value counts until its time, and not a moment longer', () => {
  const memory = createTtlCache<string>(10)
  memory.set('a', 'x', Date.now() + 100)
  later(99)
  expect(memory.get('a')).toBe('x')
  later(1)
  expect(memory.get('a')).toBeUndefined()
})

it('a newer value takes the place of the older, and is the newest', () => {
  const memory = createTtlCache<string>(2)
  const until = Date.now() + 1000
  memory.set('a', '1', until)
  memory.set('b', '1', until)
  memory.set('a', '2', until)
  memory.set('c', '1', until)
  expect([memory.get('a'), memory.get('b'), memory.get('c')]).toEqual(['2', undefined, '1'])
})

it('a value that is out of date already is not kept, and leaves none of before', () => {
  const memory = createTtlCache<string>(2)
  memory.set('a', '1', Date.now() + 1000)
  memory.set('a', '2', Date.now())
  expect(memory.get('a')).toBeUndefined()
})

it('nor does it take the room of one that counts', () => {
  const memory = createTtlCache<string>(1)
  memory.set('a', '1', Date.now() + 1000)
  memory.set('b', '1', Date.now())
  expect(memory.get('a')).toBe('1')
})

it('those out of date are looked for once a second: until then the oldest makes room', () => {
  const memory = createTtlCache<string>(2)
  memory.set('long', 'x', Date.now() + 60_000)
  memory.set('a', 'x', Date.now() + 100)
  later(999)
  memory.set('b', 'x', Date.now() + 100)
  expect(['long', 'a', 'b'].map((key) => memory.get(key))).toEqual([undefined, undefined, 'x'])
})

it('those out of date make room before those that count, wherever they stand', () => {
  const memory = createTtlCache<string>(3)
  memory.set('long', 'x', Date.now() + 60_000)
  for (const key of ['a', 'b']) memory.set(key, 'x', Date.now() + 100)
  later(1000)
  for (const key of ['c', 'd']) memory.set(key, 'x', Date.now() + 100)
  expect(['long', 'c', 'd'].map((key) => memory.get(key))).toEqual(['x', 'x', 'x'])
})

it('so do those that a clock, set back since, puts into the future', () => {
  const memory = createTtlCache<string>(3)
  memory.set('long', 'x', Date.now() + 7_200_000)
  later(3_600_000)
  for (const key of ['a', 'b']) memory.set(key, 'x', Date.now() + 60_000)
  later(-3_600_000)
  memory.set('c', 'x', Date.now() + 60_000)
  expect(['long', 'a', 'b', 'c'].map((key) => memory.get(key))).toEqual(['x', undefined, undefined, 'x'])
})
