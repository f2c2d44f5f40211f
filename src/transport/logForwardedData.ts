import { logInDevelopment } from '../internal/logInDevelopment.ts'

/** A PAN that is not part of a longer word, such as the signature in a link. */
const PAN = /[^a-z\d][a-z]{5}\d{4}[a-z][^a-z\d]/i

/** Warns in development if a response shows that the host forwards upstream data as it is. */
export function logForwardedData(payload: unknown): void {
  logInDevelopment('warn', () => {
    const isEnvelope = Boolean((payload as { data?: { job_id?: unknown } } | null | undefined)?.data?.job_id)
    // A host's own proxy may send the raw job id, in any form.
    const text = JSON.stringify(payload, (key, value: unknown) => (key === 'job_id' ? null : value)) ?? ''
    const found = [
      PAN.test(text) && 'an unmasked PAN',
      text.includes('"doc_id":') && '`doc_id`',
      isEnvelope && 'the envelope',
    ].filter(Boolean)
    return found.length === 0
      ? undefined
      : `a response of \`proxyUrl\` has ${found.join(', ')} of the upstream. Your proxy forwards upstream data as it is. ` +
          'Send only the fields in itr-progress/docs/openapi.yaml.'
  })
}
