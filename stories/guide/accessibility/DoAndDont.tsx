import type { ReactNode } from 'react'
import './do-and-dont.css'

interface AdviceProps {
  /** One short sentence. */
  says: ReactNode
  children?: ReactNode
}

/** A good and a bad example side by side. */
export function DoAndDont({ children }: { children: ReactNode }) {
  return <div className="do-and-dont">{children}</div>
}

export function Do({ says, children }: AdviceProps) {
  return (
    <figure data-advice="do">
      <div className="example sb-unstyled host">{children}</div>
      <figcaption>
        <strong>✓ Do</strong> {says}
      </figcaption>
    </figure>
  )
}

export function Dont({ says, children }: AdviceProps) {
  return (
    <figure data-advice="dont">
      <div className="example sb-unstyled host">{children}</div>
      <figcaption>
        <strong>✗ Don’t</strong> {says}
      </figcaption>
    </figure>
  )
}
