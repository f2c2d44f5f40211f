import { ItrProgress } from 'itr-progress'
import { createRoot } from 'react-dom/client'

/** A page with the widget, whose options are in the address. */
export function openPage() {
  const { jobId, startedAt, speed } = Object.fromEntries(new URLSearchParams(location.search))
  const factor = Number(speed)

  const root = document.body.appendChild(document.createElement('main'))
  createRoot(root).render(
    <ItrProgress
      jobId={jobId}
      proxyUrl="/api/itr/status"
      startedAt={Number(startedAt)}
      interval={{ min: 5_000 / factor, max: 10_000 / factor }}
      timeout={Infinity}
    />,
  )

  // What a person would see, and whether the page was kept or made anew: told to the host, since nobody can drive a page through
  // the browser's back-forward cache.
  const report = (wasKept?: boolean) =>
    navigator.sendBeacon(
      '/seen',
      JSON.stringify({ wasKept, phase: root.querySelector<HTMLElement>('[data-phase]')?.dataset.phase }),
    )
  addEventListener('pageshow', ({ persisted }) => report(persisted))
  new MutationObserver(() => report()).observe(root, { attributeFilter: ['data-phase'], subtree: true })
}
