import type { ReactNode } from 'react'
import './gallery.css'

interface GalleryProps {
  /** Minimum width of a picture. */
  width?: string
  children: ReactNode
}

/** Pictures side by side. */
export function Gallery({ width = '19rem', children }: GalleryProps) {
  const gridTemplateColumns = `repeat(auto-fill, minmax(min(${width}, 100%), 1fr))`
  return (
    <div className="gallery" style={{ gridTemplateColumns }}>
      {children}
    </div>
  )
}
