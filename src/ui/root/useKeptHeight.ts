'use client'

import { useRef, type RefObject } from 'react'
import { useIsomorphicLayoutEffect } from '../../internal/useIsomorphicLayoutEffect.ts'

/** Read by the stylesheet. A host's own `min-block-size` wins. */
const KEPT = '--_itr-kept'

/** Keeps the root as high as it has been for this job, so that the form below does not move up. A new width starts again. */
export function useKeptHeight(root: RefObject<HTMLElement | null>, jobId: string | null): void {
  const place = useRef('')

  const keep = () => {
    const element = root.current
    if (!element?.offsetWidth) return
    const nextPlace = `${jobId} ${element.offsetWidth}`
    if (place.current !== nextPlace) element.style.removeProperty(KEPT)
    place.current = nextPlace
    element.style.setProperty(KEPT, measureHeight(element))
  }
  // Any render may change the height.
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- it runs after each render
  useIsomorphicLayoutEffect(keep)

  useIsomorphicLayoutEffect(() => {
    if (!root.current || typeof ResizeObserver === 'undefined') return
    // In the next frame: a change of the size within the callback is reported as an error of the page.
    const observer = new ResizeObserver(() => requestAnimationFrame(keep))
    observer.observe(root.current)
    return () => observer.disconnect()
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- a new job gets a new observer
  }, [jobId])
}

/** Returns the height of the content, also where a grid, a flexbox or the host's CSS stretches the element. */
function measureHeight(element: HTMLElement): string {
  const { alignSelf, flex, blockSize } = element.style
  Object.assign(element.style, { alignSelf: 'start', flex: 'none', blockSize: 'auto' })
  const height = getComputedStyle(element).blockSize
  Object.assign(element.style, { alignSelf, flex, blockSize })
  return height
}
