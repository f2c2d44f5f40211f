'use client'

import { ItrProgress } from 'itr-progress'
import { useActionState } from 'react'

export interface Answer {
  /** Reason why the application was rejected. */
  error?: string
  /** The submitted value: React resets the form after each action. */
  fullName?: string
}

interface ActionFormProps {
  jobId: string
  /** A client action or a server function ('use server'). */
  submit: (previous: Answer, application: FormData) => Promise<Answer>
}

export function ActionForm({ jobId, submit }: ActionFormProps) {
  const [answer, action, isPending] = useActionState(submit, {})
  return (
    <form action={action}>
      <label>
        Full name <input name="fullName" required defaultValue={answer.fullName} />
      </label>
      <ItrProgress jobId={jobId} name="itrVerification" required />
      {answer.error && <p role="alert">{answer.error}</p>}
      <button disabled={isPending}>{isPending ? 'Sending…' : 'Apply'}</button>
    </form>
  )
}
