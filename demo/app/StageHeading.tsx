import { useEffect, useRef, type ReactNode } from 'react'

/** The heading of what has just taken the place of something else: the focus comes here, so that it is not lost. */
export function StageHeading({ children }: { children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <h2 tabIndex={-1} ref={heading}>
      {children}
    </h2>
  )
}
