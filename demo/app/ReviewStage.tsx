import { useState } from 'react'
import { employments, inRupees, toAmount, type LoanApplication } from '../LoanApplication.ts'
import { IncomeTable } from './IncomeTable.tsx'
import { post, PostError } from './post.ts'
import { StageHeading } from './StageHeading.tsx'

interface ReviewStageProps {
  handle: string
  application: LoanApplication
  onChange: () => void
  onAccepted: (number: string) => void
}

/** The income, the details of the form, and the submission. */
export function ReviewStage({ handle, application, onChange, onAccepted }: ReviewStageProps) {
  const [problem, setProblem] = useState<string | null>(null)
  const [isSending, setSending] = useState(false)
  const { name, amount, term, employment, employer } = application

  async function submit() {
    if (isSending) return
    setSending(true)
    setProblem(null)
    try {
      const { number } = await post<{ number: string }>('/api/applications', {
        ...application,
        itrVerification: handle,
      })
      onAccepted(number)
    } catch (error) {
      setProblem(sayingOf(error))
      setSending(false)
    }
  }

  return (
    <>
      <section className="card">
        <StageHeading>Your income</StageHeading>
        <IncomeTable handle={handle} />
      </section>
      <section className="card">
        <h2>Your application</h2>
        <dl className="facts">
          <dt>Full name</dt>
          <dd>{name}</dd>
          <dt>Loan amount</dt>
          <dd>{inRupees(toAmount(amount))}</dd>
          <dt>Repay over</dt>
          <dd>{term} months</dd>
          <dt>Employment</dt>
          <dd>
            {employments[employment as keyof typeof employments]}
            {employment !== 'retired' && `, ${employer}`}
          </dd>
        </dl>
        <div className="actions">
          <button type="button" className="primary" aria-disabled={isSending} onClick={() => void submit()}>
            {isSending ? 'Submitting…' : 'Submit the application'}
          </button>
          <button type="button" className="secondary" onClick={onChange}>
            Change your details
          </button>
        </div>
        <p className="problem" role="alert">
          {problem}
        </p>
      </section>
    </>
  )
}

function sayingOf(error: unknown): string {
  switch (error instanceof PostError && error.code) {
    case 'not_completed':
      return 'We do not have your returns. Go back and get them again.'
    case 'invalid_application':
      return 'Some details are missing. Go back and complete them.'
    default:
      return 'We got no confirmation of your application. Your details are still here: try again in a moment.'
  }
}
