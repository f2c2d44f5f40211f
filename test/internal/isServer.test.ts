import { useEffect } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

// Other files of this process may have loaded the module in a page.
beforeEach(() => {
  vi.resetModules()
  vi.stubGlobal('window', undefined)
})
afterEach(() => vi.unstubAllGlobals())

describe('isServer', () => {
  it('is true without a window, where React 18 warns about layout effects', async () => {
    const { isServer } = await import('../../src/internal/isServer.ts')
    const { useIsomorphicLayoutEffect } = await import('../../src/internal/useIsomorphicLayoutEffect.ts')
    expect(isServer).toBe(true)
    expect(useIsomorphicLayoutEffect).toBe(useEffect)
  })
})
