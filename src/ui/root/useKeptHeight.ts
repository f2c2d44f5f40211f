'use client'

import type { RefObject } from 'react'
import { useIsomorphicLayoutEffect } from '../../internal/useIsomorphicLayoutEffect.ts'

/** Read by the stylesheet. A host's own `min-block-size` wins. */
const KEPT = '--_itr-kept'

/** Keeps the root as high as it has been for this job, so that the form below does not move up. A new width starts again. */
export function useKeptHeight(root: RefObject<HTMLElement | null>, jobId: string | null): void {
  useIsomorphicLayoutEffect(() => {
    const element = root.current
    if (!element || typeof ResizeObserver === 'undefined') return
    element.style.removeProperty(KEPT)
    let width = 0
    let kept = 0
    let frame = 0
    const observer = new ResizeObserver(() => {
      const { offsetWidth } = element
      const height = measureContent(element)
      if (offsetWidth === 0 || (offsetWidth === width && height <= kept)) return
      width = offsetWidth
      kept = height
      // In the next frame: a change of the size within the callback is reported as an error of the page.
      frame = requestAnimationFrame(() => element.style.setProperty(KEPT, `${height}px`))
    })
    observer.observe(element)
    return () => {
      observer.disconnect()
      cancelAnimationFrame(frame)
    }
    // A new job starts again.
  }, [jobId])
}

/** Returns the height of the content: without the `::after`, which fills a root that is higher than it. */
function measureContent(element: HTMLElement): number {
  const getHeight = (pseudo?: string) => Number.parseFloat(getComputedStyle(element, pseudo).blockSize) || 0
  return getHeight() - getHeight('::after')
}
