import { ItrProgress } from 'itr-progress'
import 'itr-progress/styles.css'
import { useState, type FormEvent } from 'react'

/** The page: a form that starts the job, then the form that waits for it. */
export function Application() {
  const [handle, setHandle] = useState<string>()
  return (
    <main>
      <h1>Loan application</h1>
      {handle === undefined ? <StartForm onStart={setHandle} /> : <ApplicationForm handle={handle} />}
    </main>
  )
}

const send = (form: HTMLFormElement) => fetch(form.action, { method: 'POST', body: new FormData(form) })

function StartForm({ onStart }: { onStart: (handle: string) => void }) {
  async function start(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const answer = await send(event.currentTarget)
    if (answer.ok) onStart(await answer.text())
  }
  return (
    <form action="/api/itr/start" onSubmit={start}>
      <label>
        PAN <input name="pan" required />
      </label>
      <label>
        Portal password <input name="password" type="password" required />
      </label>
      <button>Get my returns</button>
    </form>
  )
}

function ApplicationForm({ handle }: { handle: string }) {
  const [answer, setAnswer] = useState('')
  async function apply(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    setAnswer(await (await send(event.currentTarget)).text())
  }
  return (
    <form action="/api/apply" onSubmit={apply}>
      <label>
        Full name <input name="applicant" required />
      </label>
      <ItrProgress
        name="itrVerification"
        required
        jobId={handle}
        proxyUrl="/api/itr/status"
        // Only for a simulated upstream. Remove it to poll every 5 to 10 s.
        interval={{ min: 500, max: 1000 }}
      />
      <button>Apply</button>
      <p role="status">{answer}</p>
    </form>
  )
}
