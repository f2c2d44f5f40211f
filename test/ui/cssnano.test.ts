import { describe, expect, it } from 'vitest'
import { readStyles } from '../../scripts/styles.mjs'

/** Returns the arguments of each call of a CSS function, with nested parentheses. */
function getCalls(css: string, name: string): string[] {
  return css
    .split(`${name}(`)
    .slice(1)
    .map((rest) => {
      let depth = 1
      const end = [...rest].findIndex((character) => {
        if (character === '(') depth++
        if (character === ')') depth--
        return depth === 0
      })
      return rest.slice(0, end)
    })
}

describe('styles.css', () => {
  it('has no calc() with a colour channel, which postcss-calc of cssnano cannot parse', () => {
    const calls = getCalls(readStyles(), 'calc')
    expect(calls.length).toBeGreaterThan(10)
    expect(calls.filter((call) => /(^|[\s(])[lab]($|[\s)])/.test(call))).toEqual([])
  })
})
