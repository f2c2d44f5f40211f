import { useEffect, useRef, type ReactNode } from 'react'

/** Heading of a new stage. It takes the focus, because the focused element was removed. */
export function StageHeading({ children }: { children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <h2 tabIndex={-1} ref={heading}>
      {children}
    </h2>
  )
}
