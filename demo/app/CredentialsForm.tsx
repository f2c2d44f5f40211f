import { useState, type FormEvent, type RefCallback } from 'react'
import { flushSync } from 'react-dom'
import { ConsentNotice } from './ConsentNotice.tsx'
import { Field } from './Field.tsx'
import { focusFirstFault } from './focusFirstFault.ts'
import { PostError } from './post.ts'

export interface Credentials {
  pan: string
  hasConsented: boolean
}

interface CredentialsFormProps {
  /** Gets the first input. */
  entry: RefCallback<{ focus: () => void }>
  /** Without the password: only its input holds it. */
  credentials: Credentials
  onChange: (change: Partial<Credentials>) => void
  /** @throws {PostError} */
  onStart: (pan: string, password: string) => Promise<void>
  isSimulated: boolean
}

const PAN = /^[A-Z]{5}[0-9]{4}[A-Z]$/

/** Consent, PAN and password of the e-filing portal. */
export function CredentialsForm({
  entry,
  credentials,
  onChange,
  onStart,
  isSimulated,
}: CredentialsFormProps) {
  const { pan, hasConsented } = credentials
  const [faults, setFaults] = useState<{ pan?: string; password?: string; consent?: string }>({})
  const [problem, setProblem] = useState<string | null>(null)
  const [isStarting, setStarting] = useState(false)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isStarting) return
    const form = event.currentTarget
    const password = new FormData(form).get('password') as string
    flushSync(() =>
      setFaults({
        ...(!PAN.test(pan) && {
          pan: 'Enter your PAN: five letters, four digits and a letter, such as ABCDE1234F.',
        }),
        ...(password === '' && { password: 'Enter your password for the e-filing portal.' }),
        ...(!hasConsented && { consent: 'Your consent is needed to read your returns.' }),
      }),
    )
    if (focusFirstFault(form)) return

    setStarting(true)
    setProblem(null)
    try {
      await onStart(pan, password)
    } catch (error) {
      setProblem(sayingOf(error))
      setStarting(false)
    }
  }

  return (
    <form className="card" noValidate onSubmit={(event) => void submit(event)}>
      <h2>Your income tax returns</h2>
      <p>
        We read them from the e-filing portal, so that you need not upload them. It usually takes about a
        minute, and you can fill in the rest of the form meanwhile.
      </p>
      {isSimulated && (
        <p className="note">
          This is a demonstration. The portal is simulated on this computer: use a made-up PAN such as
          ABCDE1234F, and any password.
        </p>
      )}
      <div className="columns">
        <Field label="PAN" fault={faults.pan}>
          {(attributes) => (
            <input
              {...attributes}
              ref={entry}
              className="code"
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              maxLength={10}
              value={pan}
              onChange={(event) => onChange({ pan: event.target.value.toUpperCase() })}
            />
          )}
        </Field>
        <Field label="Portal password" fault={faults.password}>
          {(attributes) => <input {...attributes} type="password" name="password" autoComplete="off" />}
        </Field>
      </div>
      <ConsentNotice
        isGiven={hasConsented}
        onChange={(hasConsented) => onChange({ hasConsented })}
        fault={faults.consent}
      />
      <button type="submit" className="primary" aria-disabled={isStarting}>
        {isStarting ? 'Starting…' : 'Get my returns'}
      </button>
      <p className="problem" role="alert">
        {problem}
      </p>
    </form>
  )
}

function sayingOf(error: unknown): string {
  switch (error instanceof PostError && error.code) {
    case 'start_refused':
      return 'The service did not accept these details. Check them and try again.'
    case 'no_session':
      return 'Your session has ended. Reload the page and try again.'
    default:
      return 'We got no confirmation of the start. Check your connection and try again.'
  }
}
