'use client'

import { useEffect, useState } from 'react'

/** Returns the id of the heading for `aria-labelledby`, or undefined without a heading. */
export function useLabelledBy(getHeading: () => HTMLElement | null | undefined, defaultId: string) {
  const [labelledBy, setLabelledBy] = useState<string | undefined>(defaultId)
  // A host may change the id or remove the heading in any render.
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- it runs after each render
  useEffect(() => setLabelledBy(getHeading()?.id))
  return labelledBy
}
