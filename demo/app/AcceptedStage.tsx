import { StageHeading } from './StageHeading.tsx'

export function AcceptedStage({ number }: { number: string }) {
  return (
    <section className="card">
      <StageHeading>We have your application</StageHeading>
      <p>
        Its number is <strong className="code">{number}</strong>. We write to you within two working days.
      </p>
      <p className="hint">Before the backend accepted the form, it checked that the job had completed.</p>
    </section>
  )
}
