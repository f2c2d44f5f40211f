import { describe, expect, it } from 'vitest'
import { createOptionError } from '../../src/internal/createOptionError.ts'

describe('createOptionError', () => {
  it('names the option, its value and what is expected', () => {
    const error = createOptionError('interval.min', 'is -1', 'a positive number of milliseconds')
    expect(error).toBeInstanceOf(TypeError)
    expect(error.message).toBe(
      'itr-progress: `interval.min` is -1. Expected a positive number of milliseconds.',
    )
  })
})
