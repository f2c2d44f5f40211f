import { useId, useRef, type ReactNode } from 'react'
import './host.css'

/** A native modal dialog around the widget, and the button that opens it. */
export function IncomeDialog({ children }: { children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const title = useId()
  return (
    <>
      <button type="button" onClick={() => dialog.current?.showModal()}>
        Show the status
      </button>
      <dialog ref={dialog} className="dialog" aria-labelledby={title}>
        <h1 id={title}>Income check</h1>
        {children}
        <form method="dialog">
          <button type="submit">Close</button>
        </form>
      </dialog>
    </>
  )
}
