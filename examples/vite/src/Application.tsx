import { useEffect, useState, type FormEvent, type ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { TaxReturns, type TaxReturnsProps } from './TaxReturns'

interface StartedJob {
  handle: string
  /** When the job started, so that a reload does not start the time-out again. In epoch ms. */
  startedAt: number
}

/**
 * The started job, also after a reload. `sessionStorage` is only for this tab. The handle gives no access without the person's
 * session, and it expires. Remove it at the sign-out.
 */
function useStartedJob() {
  const [job, setJob] = useState<StartedJob | null>(() =>
    JSON.parse(sessionStorage.getItem('itrJob') ?? 'null'),
  )
  useEffect(() => sessionStorage.setItem('itrJob', JSON.stringify(job)), [job])
  return [job, setJob] as const
}

/** The page: a form that starts the job, then the form that waits for it. */
export function Application() {
  const [job, setJob] = useStartedJob()
  return (
    <main className="mx-auto max-w-xl p-6">
      <h1 className="mb-6 text-2xl font-semibold">Loan application</h1>
      {job === null ? (
        <StartForm onStart={(handle) => setJob({ handle, startedAt: Date.now() })} />
      ) : (
        <ApplicationForm {...job} onRestart={() => setJob(null)} />
      )}
    </main>
  )
}

interface PostFormProps {
  action: string
  /** Fields of the form. */
  children: ReactNode
  button: string
  /** Sentence for a refusal, and for a lost response, after which it is unknown what the server did. */
  problem: string
  onResponse: (text: string) => void
}

/** Sends itself by script. The button is disabled meanwhile, so a double press sends the form once. */
function PostForm({ action, children, button, problem, onResponse }: PostFormProps) {
  const [state, setState] = useState<'idle' | 'sending' | 'failed'>('idle')
  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const body = new FormData(event.currentTarget)
    setState('sending')
    try {
      const response = await fetch(action, { method: 'POST', body })
      const text = await response.text()
      if (response.ok) onResponse(text)
      setState(response.ok ? 'idle' : 'failed')
    } catch {
      setState('failed')
    }
  }
  return (
    <form action={action} onSubmit={send}>
      {children}
      <Button disabled={state === 'sending'}>{button}</Button>
      <p role="alert">{state === 'failed' && problem}</p>
    </form>
  )
}

function StartForm({ onStart }: { onStart: (handle: string) => void }) {
  return (
    <PostForm
      action="/api/itr/start"
      button="Get my returns"
      problem="We got no confirmation that your returns are on their way. Check your password and connection, then try again."
      onResponse={onStart}
    >
      <label>
        Portal password <input name="password" type="password" required />
      </label>
    </PostForm>
  )
}

function ApplicationForm(returns: TaxReturnsProps) {
  const [thanks, setThanks] = useState('')
  return (
    <>
      {thanks === '' && (
        <PostForm
          action="/api/apply"
          button="Apply"
          problem="We got no confirmation of your application. Check your connection, then try again."
          onResponse={setThanks}
        >
          <label>
            Full name <input name="applicant" required />
          </label>
          <TaxReturns {...returns} />
        </PostForm>
      )}
      <p role="status">{thanks}</p>
    </>
  )
}
