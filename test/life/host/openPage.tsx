import { ItrProgress } from 'itr-progress'
import { createRoot } from 'react-dom/client'

/** Renders the widget with the options of the URL. */
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

  // The page itself reports to the host, since Playwright cannot follow a page into the back-forward cache.
  const report = (wasRestored?: boolean) =>
    navigator.sendBeacon(
      '/seen',
      JSON.stringify({ wasRestored, phase: root.querySelector<HTMLElement>('[data-phase]')?.dataset.phase }),
    )
  addEventListener('pageshow', ({ persisted }) => report(persisted))
  new MutationObserver(() => report()).observe(root, { attributeFilter: ['data-phase'], subtree: true })
}
