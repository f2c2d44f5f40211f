import { describe, expect, it } from 'vitest'
import { pages, proseOf } from './pages.ts'

/** Pages to read from top to bottom: without the reference and the generated page. */
const guides = pages.filter((page) => page.startsWith('docs/') && !/\/(api|faults)\.md$/.test(page))

const countWords = (text: string) => text.match(/\S*[\p{L}\p{N}]\S*/gu)?.length ?? 0

describe('guides in docs/', () => {
  it('have at most 12,000 words in all, outside code blocks', () => {
    const words = guides.map((page) => countWords(proseOf(page)))
    expect(words.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(12_000)
    expect(Math.min(...words)).toBeGreaterThan(0)
  })
})
