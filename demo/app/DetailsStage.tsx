import { useId, useState, type FormEvent } from 'react'
import { flushSync } from 'react-dom'
import type { LoanApplication } from '../LoanApplication.ts'
import { faultsOf } from '../LoanApplication.ts'
import { ApplicationFields } from './ApplicationFields.tsx'
import { focusFirstFault } from './focusFirstFault.ts'
import { useFocusTarget } from './useFocusTarget.ts'
import type { Verification } from './useVerification.ts'
import { VerificationPanel } from './VerificationPanel.tsx'

interface DetailsStageProps {
  verification: Verification
  isSimulated: boolean
  application: LoanApplication
  onChange: (change: Partial<LoanApplication>) => void
  onContinue: () => void
}

/** The verification, and the fields that the person fills in meanwhile. */
export function DetailsStage(props: DetailsStageProps) {
  const { verification, isSimulated, application, onChange, onContinue } = props
  const [isChecked, setChecked] = useState(false)
  const [isHeld, setHeld] = useState(false)
  const [entry, focusEntry] = useFocusTarget()
  const formId = useId()
  const { phase } = verification.result

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    flushSync(() => setChecked(true))
    if (focusFirstFault(event.currentTarget)) return
    // The widget is a field of the form: it says why, and takes the focus.
    if (!event.currentTarget.reportValidity()) return
    if (phase === 'completed') return onContinue()
    // Where there is no widget yet.
    setHeld(true)
    focusEntry()
  }

  return (
    <>
      <VerificationPanel
        verification={verification}
        form={formId}
        isSimulated={isSimulated}
        entry={entry}
        focusEntry={focusEntry}
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
        <p className="hint">{phase === 'completed' && 'Your return is verified, so you can continue.'}</p>
        <p className="problem" role="alert">
          {isHeld && phase !== 'completed' && 'You can continue once your income is verified.'}
        </p>
      </form>
    </>
  )
}
