'use client'

import { useRef, type RefObject } from 'react'
import { useIsomorphicLayoutEffect } from '../../internal/useIsomorphicLayoutEffect.ts'

/** Keeps the root as high as it has been for this job, so that the form below does not move up. A new width starts again. */
export function useKeptHeight(root: RefObject<HTMLElement | null>, jobId: string | null): void {
  const kept = useRef('')
  // Any render may change the height.
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- it runs after each render
  useIsomorphicLayoutEffect(() => {
    const element = root.current
    if (!element?.offsetWidth) return
    const place = `${jobId} ${element.offsetWidth}`
    if (place !== kept.current) element.style.minBlockSize = ''
    kept.current = place
    element.style.minBlockSize = getComputedStyle(element).blockSize
  })
}
