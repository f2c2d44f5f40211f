import { ItrProgress } from 'itr-progress'
import 'itr-progress/styles.css'
import { useState } from 'react'

export function LoanForm({ handle }: { handle: string }) {
  const [isSent, setIsSent] = useState(false)
  if (isSent) return <p>Thank you.</p>
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        setIsSent(true)
      }}
    >
      <label>
        Full name <input name="fullName" required />
      </label>
      <ItrProgress jobId={handle} proxyUrl="/api/itr/status" name="itrVerification" required />
      <button>Apply</button>
    </form>
  )
}
