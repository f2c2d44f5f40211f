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

const advice = (kind: string, label: string) =>
  function Advice({ says, children }: AdviceProps) {
    return (
      <figure data-advice={kind}>
        <div className="example sb-unstyled host">{children}</div>
        <figcaption>
          <strong>{label}</strong> {says}
        </figcaption>
      </figure>
    )
  }

export const Do = advice('do', '✓ Do')
export const Dont = advice('dont', '✗ Don’t')
