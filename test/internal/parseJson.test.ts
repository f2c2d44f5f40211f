import { describe, expect, it } from 'vitest'
import { parseJson } from '../../src/internal/parseJson.ts'

describe('parseJson', () => {
  it('returns the value, or undefined for text that is not JSON', () => {
    expect(parseJson('{"a":[1]}')).toEqual({ a: [1] })
    expect(parseJson('null')).toBeNull()
    expect(parseJson('<html>')).toBeUndefined()
  })
})
