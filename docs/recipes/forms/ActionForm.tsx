'use client'

import { ItrProgress } from 'itr-progress'
import { useActionState } from 'react'

export interface Answer {
  /** Why the application was not taken. */
  error?: string
  /** What was typed: React empties the form after an action, whatever it answers. */
  fullName?: string
}

interface ActionFormProps {
  jobId: string
  /** An action of the client, or a function of the server ('use server'). */
  submit: (before: Answer, application: FormData) => Promise<Answer>
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
