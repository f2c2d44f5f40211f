import { useEffect } from 'react'
import { describe, expect, it } from 'vitest'
import { isServer } from '../../src/internal/isServer.ts'
import { useIsomorphicLayoutEffect } from '../../src/internal/useIsomorphicLayoutEffect.ts'

describe('isServer', () => {
  it('is true without a window, where React 18 warns about layout effects', () => {
    expect(isServer).toBe(true)
    expect(useIsomorphicLayoutEffect).toBe(useEffect)
  })
})
