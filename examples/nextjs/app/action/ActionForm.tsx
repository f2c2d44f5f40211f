'use client'

import { ItrProgress } from 'itr-progress'
import { useActionState } from 'react'

export interface Answer {
  thanks?: string
  /** Reason why the application was not accepted. */
  error?: string
  /** The name as typed: React resets the form after every action. */
  applicant?: string
}

interface ActionFormProps {
  jobId: string
  proxyUrl: string
  submit: (before: Answer, application: FormData) => Promise<Answer>
}

export function ActionForm({ jobId, proxyUrl, submit }: ActionFormProps) {
  const [answer, action, isPending] = useActionState(submit, {})
  if (answer.thanks) return <p>{answer.thanks}</p>
  return (
    <form action={action}>
      <label>
        Full name <input name="applicant" required defaultValue={answer.applicant} />
      </label>
      <ItrProgress name="itrVerification" required jobId={jobId} proxyUrl={proxyUrl} />
      {answer.error && <p role="alert">{answer.error}</p>}
      <button disabled={isPending}>Apply</button>
    </form>
  )
}
