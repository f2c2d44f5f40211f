'use client'

import { maskPan } from '../../contract/maskPan.ts'
import { definePart } from './definePart.tsx'
import type { ItrProgressContextValue } from '../root/useItrProgress.ts'

/** What the phase means and what the person can do; the connection, where it is troubled; the reference, where it is needed. */
export const ItrProgressMessage = definePart('message', 'div', (root) => {
  const { result, t, sayings, refusal, refusalId, showDetails } = root
  const reference = ['failed', 'error', 'timed-out'].includes(result.phase) && result.job?.reference
  return {
    children: (
      <>
        {sayings.body.map((sentence, index) => (
          <p key={index}>{sentence}</p>
        ))}
        {result.connection !== 'ok' && <p className="itr-hint">{t(`hint.${result.connection}`)}</p>}
        {refusal && (
          <p className="itr-refusal" id={refusalId}>
            {refusal}
          </p>
        )}
        {reference && <p className="itr-reference">{t('reference', { reference })}</p>}
        {showDetails && <Details {...root} />}
      </>
    ),
  }
})

/** For a support desk. Never the upstream's own text. */
function Details({ result: { job, error }, t, format }: ItrProgressContextValue) {
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
          {/* A server writes the time in its own zone. */}
          <dd dir="auto" suppressHydrationWarning>
            {details[name]}
          </dd>
        </div>
      ))}
    </dl>
  )
}
