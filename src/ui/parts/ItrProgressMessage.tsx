'use client'

import { maskPan } from '../../contract/maskPan.ts'
import type { ItrProgressContextValue } from '../root/useItrProgress.ts'
import { definePart } from './definePart.tsx'

/** The text below the heading: body, validation message of the form, hints, details for a support desk. */
export const ItrProgressMessage = definePart('Message', 'div', (root) => {
  const { result, view, translator, field, validationMessageId, showDetails } = root
  return {
    children: (
      <>
        {view.body.map((sentence, index) => (
          <p key={index}>{sentence}</p>
        ))}
        {validationMessageId && (
          <p className="itr-refusal" id={validationMessageId}>
            {field.validationMessage}
          </p>
        )}
        {view.hints.map((hint) =>
          hint === translator.t(`hint.${result.connection}`) ? (
            <p key={hint} className="itr-hint">
              {hint}
            </p>
          ) : (
            <Reference key={hint} text={hint} reference={result.job?.reference ?? ''} />
          ),
        )}
        {showDetails && <Details {...root} />}
      </>
    ),
  }
})

/** The reference does not break across lines. */
function Reference({ text, reference }: { text: string; reference: string }) {
  // The text itself may contain the reference, so only the last one counts.
  const before = text.split(reference)
  const after = before.pop()
  return (
    <p className="itr-reference">
      {before.join(reference)}
      {before.length > 0 && <span className="itr-code">{reference}</span>}
      {after}
    </p>
  )
}

/** Never shows the upstream's error text. */
function Details({ result: { job, error }, translator: { t, format } }: ItrProgressContextValue) {
  const details = {
    code: job?.failure ?? (error && [error.code, error.status].filter(Boolean).join(' ')),
    updated: job?.updatedAt && format(new Date(job.updatedAt)),
    pan: job?.pan && maskPan(job.pan),
  }
  const names = (['code', 'updated', 'pan'] as const).filter((name) => details[name])
  if (names.length === 0) return null
  return (
    <dl className="itr-details">
      {names.map((name) => (
        <div key={name}>
          <dt>{t(`details.${name}`)}</dt>
          <dd>
            {/* Servers and browsers have different versions of the Unicode locale data. */}
            <bdi suppressHydrationWarning>{details[name]}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  )
}
