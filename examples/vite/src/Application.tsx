import { useState, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { TaxReturns } from './TaxReturns'

/** The page: a form that starts the job, then the form that waits for it. */
export function Application() {
  const [handle, setHandle] = useState<string>()
  return (
    <main className="mx-auto max-w-xl p-6">
      <h1 className="mb-6 text-2xl font-semibold">Loan application</h1>
      {handle === undefined ? (
        <StartForm onStart={setHandle} />
      ) : (
        <ApplicationForm handle={handle} onRestart={() => setHandle(undefined)} />
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

function ApplicationForm({ handle, onRestart }: { handle: string; onRestart: () => void }) {
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
      <TaxReturns handle={handle} onRestart={onRestart} />
      <Button>Apply</Button>
      <p role="status">{message}</p>
    </form>
  )
}
