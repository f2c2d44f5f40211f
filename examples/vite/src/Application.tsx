import { useEffect, useState, type FormEvent } from 'react'
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

const send = (form: HTMLFormElement) => fetch(form.action, { method: 'POST', body: new FormData(form) })

function StartForm({ onStart }: { onStart: (handle: string) => void }) {
  async function start(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const response = await send(event.currentTarget)
    if (response.ok) onStart(await response.text())
  }
  return (
    <form action="/api/itr/start" onSubmit={start}>
      <label>
        Portal password <input name="password" type="password" required />
      </label>
      <Button>Get my returns</Button>
    </form>
  )
}

function ApplicationForm(returns: TaxReturnsProps) {
  const [message, setMessage] = useState('')
  async function apply(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    setMessage(await (await send(event.currentTarget)).text())
  }
  return (
    <form action="/api/apply" onSubmit={apply}>
      <label>
        Full name <input name="applicant" required />
      </label>
      <TaxReturns {...returns} />
      <Button>Apply</Button>
      <p role="status">{message}</p>
    </form>
  )
}
