import type { ReactNode } from 'react'

interface PictureProps {
  caption: string
  children: ReactNode
}

/** A widget with a caption, in a `Gallery`. */
export function Picture({ caption, children }: PictureProps) {
  return (
    <figure>
      <figcaption>{caption}</figcaption>
      {children}
    </figure>
  )
}
