import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { emptyApplication, type LoanApplication } from '../LoanApplication.ts'
import { AcceptedStage } from './AcceptedStage.tsx'
import { DemoControls } from './DemoControls.tsx'
import { DetailsStage } from './DetailsStage.tsx'
import { ReviewStage } from './ReviewStage.tsx'
import { StageList, type Stage } from './StageList.tsx'
import { useDemoSettings } from './useDemoSettings.ts'
import { useSessionState } from './useSessionState.ts'
import { useVerification } from './useVerification.ts'

/** The vendor advises 3 to 5 minutes. */
const USUAL_WINDOW = 240_000

export function App() {
  const { settings, configure } = useDemoSettings()
  const [timeout, chooseTimeout] = useSessionState('window', USUAL_WINDOW)
  const [areControlsOpen, setControlsOpen] = useSessionState('controls', false)
  const verification = useVerification({ timeout, speed: settings?.simulation?.speed ?? 1 })

  const [application, setApplication] = useSessionState<LoanApplication>('application', emptyApplication)
  const [wantsReview, setWantsReview] = useSessionState('review', false)
  const [acceptedAs, setAcceptedAs] = useState<string | null>(null)
  const title = useRef<HTMLHeadingElement>(null)
  const controls = useRef<HTMLHeadingElement>(null)
  const controlsButton = useRef<HTMLButtonElement>(null)

  // Whatever the tab remembers, the review is there for a verified return only.
  const isReview = wantsReview && verification.result.phase === 'completed'
  const stage: Stage = acceptedAs ? 'accepted' : isReview ? 'review' : 'details'

  function openControls() {
    flushSync(() => setControlsOpen(true))
    controls.current?.focus()
  }

  function closeControls() {
    flushSync(() => setControlsOpen(false))
    controlsButton.current?.focus()
  }

  function backToDetails() {
    flushSync(() => setWantsReview(false))
    title.current?.focus()
  }

  function finish(number: string) {
    setAcceptedAs(number)
    setApplication(emptyApplication)
    setWantsReview(false)
    verification.forget()
  }

  return (
    <div className={areControlsOpen ? 'page with-controls' : 'page'}>
      <header className="masthead">
        <p className="wordmark">Sample Bank</p>
        <button
          type="button"
          className="quiet"
          aria-expanded={areControlsOpen}
          aria-controls="demo-controls"
          ref={controlsButton}
          onClick={() => (areControlsOpen ? closeControls() : openControls())}
        >
          Demo controls
        </button>
      </header>

      <main>
        <h1 tabIndex={-1} ref={title}>
          Personal loan application
        </h1>
        <StageList current={stage} />
        {stage === 'details' && (
          <DetailsStage
            verification={verification}
            isSimulated={Boolean(settings?.simulation)}
            application={application}
            onChange={(change) => setApplication({ ...application, ...change })}
            onContinue={() => setWantsReview(true)}
          />
        )}
        {stage === 'review' && (
          <ReviewStage
            handle={verification.handle!}
            application={application}
            onChange={backToDetails}
            onAccepted={finish}
          />
        )}
        {acceptedAs && <AcceptedStage number={acceptedAs} />}
      </main>

      {areControlsOpen && (
        <DemoControls
          heading={controls}
          onClose={closeControls}
          settings={settings}
          configure={configure}
          timeout={timeout}
          onTimeout={chooseTimeout}
          application={application}
        />
      )}
    </div>
  )
}
