'use client'

import { ItrProgress } from 'itr-progress'
import { useActionState } from 'react'
import { forgetJob } from '../forgetJob'

export interface FormState {
  thanks?: string
  /** Reason why the application was not accepted. */
  error?: string
  /** The name as typed: React resets the form after every action. */
  applicant?: string
}

interface ActionFormProps {
  jobId: string
  proxyUrl: string
  submit: (before: FormState, application: FormData) => Promise<FormState>
}

export function ActionForm({ jobId, proxyUrl, submit }: ActionFormProps) {
  const [state, action, isPending] = useActionState(submit, {})
  if (state.thanks) return <p>{state.thanks}</p>
  return (
    <form action={action}>
      <label>
        Full name <input name="applicant" required defaultValue={state.applicant} />
      </label>
      <ItrProgress
        name="itrVerification"
        required
        jobId={jobId}
        proxyUrl={proxyUrl}
        onRestart={() => void forgetJob()}
      />
      {state.error && <p role="alert">{state.error}</p>}
      <button disabled={isPending}>Apply</button>
    </form>
  )
}
