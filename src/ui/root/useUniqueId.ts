'use client'

import { useEffect, useId, useState } from 'react'

/**
 * Returns an id for an element, like `useId`. Hydrated React roots without `identifierPrefix`, and two copies of React,
 * give the same ids, so an id that another element has is changed after the first render.
 */
export function useUniqueId(getElement: () => Element | null | undefined): string {
  const id = useId()
  const [suffix, setSuffix] = useState('')
  useEffect(() => {
    const element = getElement()
    // Ids inside a shadow root are its own.
    const scope = (element?.getRootNode() ?? document) as ParentNode
    if ([...scope.querySelectorAll(`[id="${id}"]`)].some((other) => other !== element))
      setSuffix(Math.random().toString(36))
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- later roots change their own ids
  }, [id])
  return id + suffix
}
