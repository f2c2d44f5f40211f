import { useEffect, useRef, type CSSProperties, type ReactElement, type ReactNode } from 'react'

const LONG_TEXT = 'The text beside the widget takes as much of the line as it gets. '.repeat(10)

function Dialog({ isModal, children }: { isModal: boolean; children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (isModal) dialog.current?.showModal()
    else dialog.current?.show()
  }, [isModal])
  return <dialog ref={dialog}>{children}</dialog>
}

export const inDiv = (outer: CSSProperties, inner: CSSProperties = {}) =>
  function InDiv(widget: ReactElement) {
    return (
      <div style={outer}>
        <div style={inner}>{widget}</div>
      </div>
    )
  }

/** Places whose width depends on their content, with the greatest width that they leave to the widget. */
export const layoutContexts: Record<string, (widget: ReactElement) => ReactElement> = {
  'an open dialog': (widget) => <Dialog isModal={false}>{widget}</Dialog>,
  'a modal dialog': (widget) => <Dialog isModal>{widget}</Dialog>,
  'a flex row': inDiv({ display: 'flex' }),
  'a flex row beside a long text': (widget) => (
    <div style={{ display: 'flex' }}>
      <div>{widget}</div>
      <p>{LONG_TEXT}</p>
    </div>
  ),
  'a flex row beside a long text, without an element around it': (widget) => (
    <div style={{ display: 'flex' }}>
      {widget}
      <p>{LONG_TEXT}</p>
    </div>
  ),
  'a centred flex column': inDiv({ display: 'flex', flexDirection: 'column', alignItems: 'center' }),
  'an inline-block': inDiv({}, { display: 'inline-block' }),
  'a float': inDiv({}, { float: 'left' }),
  'a table cell': (widget) => (
    <table>
      <tbody>
        <tr>
          <td>{widget}</td>
        </tr>
      </tbody>
    </table>
  ),
  'an absolute position': inDiv({ position: 'relative' }, { position: 'absolute' }),
  'fit-content': inDiv({}, { width: 'fit-content' }),
  'a grid auto track': inDiv({ display: 'grid', gridTemplateColumns: 'auto', justifyContent: 'start' }),
  'a grid auto track beside 1fr': (widget) => (
    <div style={{ display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)' }}>
      <div>{widget}</div>
      <p>{LONG_TEXT}</p>
    </div>
  ),
  "Storybook's centred layout": inDiv(
    { display: 'flex', justifyContent: 'center', alignItems: 'center', minHeight: '100vh' },
    { boxSizing: 'border-box', margin: 'auto', padding: '1rem', maxHeight: '100%' },
  ),
  'the body of create-next-app': inDiv(
    { display: 'flex', flexDirection: 'column', minHeight: '100vh' },
    { margin: 'auto' },
  ),
}
