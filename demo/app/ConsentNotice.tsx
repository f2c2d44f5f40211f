import { Fragment, useId } from 'react'
import { contact } from '../consentNotices.ts'
import { useConsentNotice } from './LanguageProvider.tsx'

interface ConsentNoticeProps {
  isGiven: boolean
  onChange: (isGiven: boolean) => void
  fault?: string | undefined
}

/** The notice before consent: DPDP Act 2023, section 5 and section 6(3). */
export function ConsentNotice({ isGiven, onChange, fault }: ConsentNoticeProps) {
  const id = useId()
  const { notice, attributes } = useConsentNotice()
  return (
    <div className="consent" {...attributes}>
      <h3 id={`${id}-title`}>{notice.title}</h3>
      <dl aria-labelledby={`${id}-title`}>
        {notice.items.map(([term, text]) => (
          <Fragment key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </Fragment>
        ))}
        <dt>{notice.contact}</dt>
        <dd>
          <bdi lang="en">
            {contact.name}, {contact.role}, <a href={`mailto:${contact.email}`}>{contact.email}</a>
          </bdi>
        </dd>
      </dl>
      <label className="check">
        <input
          type="checkbox"
          checked={isGiven}
          aria-invalid={fault ? true : undefined}
          aria-describedby={fault ? `${id}-fault` : undefined}
          onChange={(event) => onChange(event.target.checked)}
        />
        <span>{notice.agree}</span>
      </label>
      {fault && (
        <p className="fault" id={`${id}-fault`} lang="en" dir="ltr">
          {fault}
        </p>
      )}
    </div>
  )
}
