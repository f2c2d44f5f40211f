'use client'

import { ItrProgress } from 'itr-progress'
import { useActionState } from 'react'

export interface FormState {
  /** Reason why the application was rejected. */
  error?: string
  /** The submitted value: React resets the form after each action. */
  fullName?: string
}

interface ActionFormProps {
  jobId: string
  /** A client action or a server function ('use server'). */
  submit: (previous: FormState, application: FormData) => Promise<FormState>
}

export function ActionForm({ jobId, submit }: ActionFormProps) {
  const [state, action, isPending] = useActionState(submit, {})
  return (
    <form action={action}>
      <label>
        Full name <input name="fullName" required defaultValue={state.fullName} />
      </label>
      {/* The page that starts a job. */}
      <ItrProgress jobId={jobId} name="itrVerification" required onRestart={() => location.assign('/')} />
      {state.error && <p role="alert">{state.error}</p>}
      <button disabled={isPending}>{isPending ? 'Sending…' : 'Apply'}</button>
    </form>
  )
}
