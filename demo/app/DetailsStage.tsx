import { useId, useState, type FormEvent } from 'react'
import { flushSync } from 'react-dom'
import type { LoanApplication } from '../LoanApplication.ts'
import { faultsOf } from '../LoanApplication.ts'
import { ApplicationFields } from './ApplicationFields.tsx'
import { focusFirstFault } from './focusFirstFault.ts'
import { useFocusTarget } from './useFocusTarget.ts'
import type { ReturnsJob } from './useReturnsJob.ts'
import { ReturnsPanel } from './ReturnsPanel.tsx'

interface DetailsStageProps {
  returns: ReturnsJob
  isSimulated: boolean
  application: LoanApplication
  onChange: (change: Partial<LoanApplication>) => void
  onContinue: () => void
}

/** The returns, and the fields that the person fills in meanwhile. */
export function DetailsStage(props: DetailsStageProps) {
  const { returns, isSimulated, application, onChange, onContinue } = props
  const [isChecked, setChecked] = useState(false)
  const [isHeld, setHeld] = useState(false)
  const [wantsDocuments, setWantsDocuments] = useState(false)
  const [entry, focusEntry] = useFocusTarget()
  const formId = useId()
  const { phase } = returns.result

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    flushSync(() => setChecked(true))
    if (focusFirstFault(event.currentTarget)) return
    // The widget is a field of the form: it shows the reason and takes the focus.
    if (!event.currentTarget.reportValidity()) return
    if (phase === 'completed') return onContinue()
    // There is no widget yet.
    setHeld(true)
    focusEntry()
  }

  function chooseDocuments(wants: boolean) {
    setWantsDocuments(wants)
    setHeld(false)
  }

  return (
    <>
      <ReturnsPanel
        returns={returns}
        form={formId}
        isSimulated={isSimulated}
        entry={entry}
        focusEntry={focusEntry}
        wantsDocuments={wantsDocuments}
        setWantsDocuments={chooseDocuments}
      />
      <form id={formId} className="card" noValidate onSubmit={submit}>
        <h2>About you and the loan</h2>
        <ApplicationFields
          application={application}
          onChange={onChange}
          faults={isChecked ? faultsOf(application) : {}}
        />
        <button type="submit" className="primary">
          Continue
        </button>
        <p className="hint">{phase === 'completed' && 'We have your returns, so you can continue.'}</p>
        <p className="problem" role="alert">
          {isHeld &&
            phase !== 'completed' &&
            (wantsDocuments
              ? 'This demonstration ends at the documents. To continue, get your returns online.'
              : 'You can continue when your returns are here.')}
        </p>
      </form>
    </>
  )
}
