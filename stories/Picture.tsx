import type { ReactNode } from 'react'

interface PictureProps {
  caption: string
  children: ReactNode
}

/** One of a gallery. */
export function Picture({ caption, children }: PictureProps) {
  return (
    <figure>
      <figcaption>{caption}</figcaption>
      {children}
    </figure>
  )
}
