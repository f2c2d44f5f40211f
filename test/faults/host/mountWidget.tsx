import { ItrProgress, useItrJobStatus, type ItrJobStatusOptions } from 'itr-progress'
import { useEffect } from 'react'
import { createRoot } from 'react-dom/client'

const textOf = (part: string) =>
  document.querySelector<HTMLElement>(`[data-itr-part="${part}"]`)!.innerText.replaceAll(/\s+/g, ' ').trim()

/** Records the view after each render. */
function RecordedWidget({ options }: { options: ItrJobStatusOptions }) {
  const result = useItrJobStatus(options)
  const { phase, error, startedAt } = result
  useEffect(() => {
    window.record.addView({
      phase,
      text: [textOf('heading'), textOf('message')],
      error: error && { kind: error.kind, code: error.code },
      at: Date.now(),
      deadline: startedAt! + options.timeout!,
    })
  })
  return <ItrProgress result={result} />
}

/** Mounts the widget. Returns the function that unmounts it. */
export function mountWidget(options: ItrJobStatusOptions): () => void {
  const place = document.body.appendChild(document.createElement('main'))
  const root = createRoot(place)
  root.render(<RecordedWidget options={{ ...options, headers: () => window.record.getHeaders() }} />)
  return () => {
    root.unmount()
    place.remove()
  }
}
