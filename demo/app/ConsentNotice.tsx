import { useId } from 'react'

interface ConsentNoticeProps {
  isGiven: boolean
  onChange: (isGiven: boolean) => void
  fault?: string | undefined
}

/** The itemised notice that goes before consent (DPDP Rules 2025, rule 3). */
export function ConsentNotice({ isGiven, onChange, fault }: ConsentNoticeProps) {
  const id = useId()
  return (
    <div className="consent">
      <h3 id={`${id}-title`}>What you agree to</h3>
      <dl aria-labelledby={`${id}-title`}>
        <dt>What we read</dt>
        <dd>Your PAN, and the income, deductions and tax in the returns you filed.</dd>
        <dt>What for</dt>
        <dd>To confirm your income for this application, and for nothing else.</dd>
        <dt>Your password</dt>
        <dd>Is used once to sign in to the portal, and not stored.</dd>
        <dt>How to withdraw</dt>
        <dd>Choose “Withdraw consent” at any time before you submit. You can upload documents instead.</dd>
      </dl>
      <label className="check">
        <input
          type="checkbox"
          checked={isGiven}
          aria-invalid={fault ? true : undefined}
          aria-describedby={fault ? `${id}-fault` : undefined}
          onChange={(event) => onChange(event.target.checked)}
        />
        <span>I agree that Sample Bank reads my income tax returns for this application.</span>
      </label>
      {fault && (
        <p className="fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
    </div>
  )
}
