import { useCallback, useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'

/** Where the page's stylesheets do not reach: a shadow tree. What is inherited, the font for one, still comes in. */
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
