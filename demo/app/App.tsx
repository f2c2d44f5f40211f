import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { emptyApplication, type LoanApplication } from '../LoanApplication.ts'
import { AcceptedStage } from './AcceptedStage.tsx'
import { DemoControls } from './DemoControls.tsx'
import { DetailsStage } from './DetailsStage.tsx'
import { DocumentTitle } from './DocumentTitle.tsx'
import { LanguageSelect } from './LanguageProvider.tsx'
import { ReviewStage } from './ReviewStage.tsx'
import { StageList, type Stage } from './StageList.tsx'
import { useDemoSettings } from './useDemoSettings.ts'
import { useSessionState } from './useSessionState.ts'
import { useReturnsJob } from './useReturnsJob.ts'

/** The vendor advises 3 to 5 minutes. */
const USUAL_WINDOW = 240_000

export function App() {
  const { settings, configure } = useDemoSettings()
  const [timeout, chooseTimeout] = useSessionState('window', USUAL_WINDOW)
  const [areControlsOpen, setControlsOpen] = useSessionState('controls', false)
  const returns = useReturnsJob({ timeout, speed: settings?.simulation?.speed ?? 1 })

  const [application, setApplication] = useSessionState<LoanApplication>('application', emptyApplication)
  const [wantsReview, setWantsReview] = useSessionState('review', false)
  const [acceptedAs, setAcceptedAs] = useState<string | null>(null)
  const title = useRef<HTMLHeadingElement>(null)
  const controls = useRef<HTMLHeadingElement>(null)
  const controlsButton = useRef<HTMLButtonElement>(null)

  // The tab may remember the review of a job that the backend no longer has.
  const isReview = wantsReview && returns.result.phase === 'completed'
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
    returns.forget()
  }

  return (
    <div className={areControlsOpen ? 'page with-controls' : 'page'}>
      <DocumentTitle stage={stage} result={returns.result} />
      <header className="masthead">
        <p className="wordmark">Sample Bank</p>
        <div className="tools">
          <LanguageSelect />
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
        </div>
      </header>

      <main>
        <h1 tabIndex={-1} ref={title}>
          Personal loan application
        </h1>
        <StageList current={stage} />
        {stage === 'details' && (
          <DetailsStage
            returns={returns}
            isSimulated={Boolean(settings?.simulation)}
            application={application}
            onChange={(change) => setApplication({ ...application, ...change })}
            onContinue={() => setWantsReview(true)}
          />
        )}
        {stage === 'review' && (
          <ReviewStage
            handle={returns.handle!}
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
