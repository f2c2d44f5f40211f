import { ItrProgress, useItrJobStatus, type ItrJobStatusOptions } from 'itr-progress'
import { useEffect } from 'react'
import { createRoot } from 'react-dom/client'

const textOf = (part: string) =>
  document.querySelector<HTMLElement>(`[data-itr-part="${part}"]`)!.innerText.replaceAll(/\s+/g, ' ').trim()

/** Notes what is seen, each time that it may have changed. */
function Watched({ options }: { options: ItrJobStatusOptions }) {
  const result = useItrJobStatus(options)
  const { phase, error, startedAt } = result
  useEffect(() => {
    window.record.sights.push({
      phase,
      reads: [textOf('heading'), textOf('message')],
      error: error && { kind: error.kind, code: error.code },
      at: Date.now(),
      deadline: startedAt! + options.timeout!,
    })
  })
  return <ItrProgress result={result} />
}

/** @returns the way to take it away again */
export function mountWidget(options: ItrJobStatusOptions): () => void {
  const place = document.body.appendChild(document.createElement('main'))
  const root = createRoot(place)
  root.render(<Watched options={options} />)
  return () => {
    root.unmount()
    place.remove()
  }
}
