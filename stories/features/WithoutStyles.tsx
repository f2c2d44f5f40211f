import { useCallback, useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'

/** A shadow tree, which the page's stylesheets do not reach. It still inherits the font. */
export function WithoutStyles({ children }: { children: ReactNode }) {
  const [root, setRoot] = useState<ShadowRoot>()
  const attach = useCallback((host: HTMLElement | null) => {
    if (host) setRoot(host.shadowRoot ?? host.attachShadow({ mode: 'open' }))
  }, [])
  return (
    <div ref={attach} data-unstyled="">
      {root && createPortal(children, root)}
    </div>
  )
}
