import { ItrProgress } from 'itr-progress'
import { useState, type RefCallback } from 'react'
import { flushSync } from 'react-dom'
import { CredentialsForm, type Credentials } from './CredentialsForm.tsx'
import { DocumentsPanel } from './DocumentsPanel.tsx'
import type { Verification } from './useVerification.ts'

/** The simulated ITR Analyzer's. What steps the real one takes is not published, so then the widget shows what is reported. */
const simulatedSteps = [
  'create_client',
  'download_profile',
  { id: 'download_itr', label: 'Download your filed returns' },
  { id: 'download_26as', label: 'Download tax statement 26AS' },
  { id: 'download_ais', label: 'Download annual statement AIS' },
]

interface VerificationPanelProps {
  verification: Verification
  /** The id of the form that waits for it. The one for the credentials cannot stand inside that one. */
  form: string
  isSimulated: boolean
  /** Gets what the person goes on with: the first input, or the widget. */
  entry: RefCallback<{ focus: () => void }>
  focusEntry: () => void
}

/** The way to a verified income: credentials, then the widget; or documents. */
export function VerificationPanel({
  verification,
  form,
  isSimulated,
  entry,
  focusEntry,
}: VerificationPanelProps) {
  const { result, handle, start, forget } = verification
  const [credentials, setCredentials] = useState<Credentials>({ pan: '', hasConsented: false })
  const [wantsDocuments, setWantsDocuments] = useState(false)

  function restart(kept: Credentials) {
    flushSync(() => {
      setCredentials(kept)
      forget()
    })
    focusEntry()
  }

  function backFromDocuments() {
    flushSync(() => setWantsDocuments(false))
    focusEntry()
  }

  if (wantsDocuments) return <DocumentsPanel onBack={backFromDocuments} />
  if (handle === null)
    return (
      <CredentialsForm
        entry={entry}
        credentials={credentials}
        onChange={(change) => setCredentials({ ...credentials, ...change })}
        onStart={async (pan, password) => {
          await start(pan, password)
          focusEntry()
        }}
        isSimulated={isSimulated}
      />
    )
  return (
    <div>
      <ItrProgress
        ref={entry}
        result={result}
        name="itrVerification"
        required
        form={form}
        steps={isSimulated ? simulatedSteps : undefined}
        onRestart={() => restart(credentials)}
        onAlternative={() => setWantsDocuments(true)}
      />
      <p className="aside">
        <button
          type="button"
          className="link"
          onClick={() => restart({ ...credentials, hasConsented: false })}
        >
          Withdraw consent
        </button>
      </p>
    </div>
  )
}
