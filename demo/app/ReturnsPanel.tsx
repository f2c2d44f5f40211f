import { ItrProgress } from 'itr-progress'
import { useState, type RefCallback } from 'react'
import { flushSync } from 'react-dom'
import { CredentialsForm, type Credentials } from './CredentialsForm.tsx'
import { DocumentsPanel } from './DocumentsPanel.tsx'
import { useConsentNotice } from './LanguageProvider.tsx'
import type { ReturnsJob } from './useReturnsJob.ts'

/** The steps of the simulator. The vendor does not publish its steps, so a real job has no plan. */
const simulatedSteps = ['create_client', 'download_profile', 'download_itr', 'download_26as', 'download_ais']

interface ReturnsPanelProps {
  returns: ReturnsJob
  /** Id of the form that waits for the returns. Forms cannot be nested, so it stands beside the form for the credentials. */
  form: string
  isSimulated: boolean
  /** Gets the element to focus next: the first input, or the widget. */
  entry: RefCallback<{ focus: () => void }>
  focusEntry: () => void
  wantsDocuments: boolean
  setWantsDocuments: (wantsDocuments: boolean) => void
}

/** Credentials, then the widget; or documents instead. */
export function ReturnsPanel(props: ReturnsPanelProps) {
  const { returns, form, isSimulated, entry, focusEntry, wantsDocuments, setWantsDocuments } = props
  const { result, handle, start, forget } = returns
  const { notice, attributes } = useConsentNotice()
  const [credentials, setCredentials] = useState<Credentials>({ pan: '', hasConsented: false })
  const [withdrawal, setWithdrawal] = useState<'done' | 'failed' | null>(null)

  function restart() {
    flushSync(forget)
    focusEntry()
  }

  async function withdraw() {
    try {
      await returns.withdraw()
    } catch {
      setWithdrawal('failed')
      return
    }
    flushSync(() => {
      setCredentials({ ...credentials, hasConsented: false })
      setWithdrawal('done')
    })
    focusEntry()
  }

  function backFromDocuments() {
    flushSync(() => setWantsDocuments(false))
    focusEntry()
  }

  if (wantsDocuments) return <DocumentsPanel onBack={backFromDocuments} />
  return (
    <>
      <div role="status">
        {withdrawal === 'done' && (
          <p className="note" {...attributes}>
            {notice.withdrawn}
          </p>
        )}
        {withdrawal === 'failed' && (
          <p className="note">Your consent is not withdrawn yet. Check your connection and try again.</p>
        )}
      </div>
      {handle === null ? (
        <CredentialsForm
          entry={entry}
          credentials={credentials}
          onChange={(change) => setCredentials({ ...credentials, ...change })}
          onStart={async (pan, password) => {
            await start(pan, password)
            setWithdrawal(null)
            focusEntry()
          }}
          isSimulated={isSimulated}
        />
      ) : (
        <div>
          <ItrProgress
            ref={entry}
            result={result}
            name="itrVerification"
            required
            form={form}
            steps={isSimulated ? simulatedSteps : undefined}
            onRestart={restart}
            onAlternative={() => setWantsDocuments(true)}
          />
          <p className="aside" {...attributes}>
            <button type="button" className="link" onClick={() => void withdraw()}>
              {notice.withdraw}
            </button>
          </p>
        </div>
      )}
    </>
  )
}
