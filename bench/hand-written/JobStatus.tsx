import { useJobStatus } from './useJobStatus.ts'

const HEADINGS = {
  initiated: 'Fetching your income tax returns',
  processing: 'Fetching your income tax returns',
  completed: 'We have your income tax returns',
  failed: 'We could not get your income tax returns',
}

const STEPS: Record<string, string> = {
  create_client: 'Connection to the e-filing portal',
  download_profile: 'Profile',
  download_itr: 'Filed returns',
  download_26as: 'Form 26AS',
  download_ais: 'AIS',
}

/** A small widget around the twenty lines: heading, bar, steps and a button to check again. */
export function JobStatus({ jobId }: { jobId: string }) {
  const { data: job, error, refetch } = useJobStatus(jobId)
  const status = job?.status ?? 'initiated'
  const isOver = status === 'completed' || status === 'failed'
  const steps = [...(job?.steps_completed ?? []), ...(job?.current_step ? [job.current_step] : [])]
  return (
    <section aria-busy={!isOver}>
      <h3 role="status">{HEADINGS[status]}</h3>
      {!isOver && <progress aria-label={HEADINGS[status]} />}
      {error && (
        <p role="alert">
          We could not check the status. <button onClick={() => void refetch()}>Check again</button>
        </p>
      )}
      {job?.failure_code && <p>Code: {job.failure_code}</p>}
      <ol>
        {steps.map((step) => (
          <li key={step} aria-current={step === job?.current_step ? 'step' : undefined}>
            {STEPS[step] ?? step}
          </li>
        ))}
      </ol>
    </section>
  )
}
