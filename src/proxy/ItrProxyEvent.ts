/** How one request went, for the host's audit trail. It names nobody: who asked is the host's to read from the request. */
export interface ItrProxyEvent {
  type: 'itr-status'
  /** ISO 8601, when the answer was decided. */
  at: string
  /** 200; 400, 403, 405, 413, 415; 404; 429 and 5xx; the caller left. */
  outcome: 'answered' | 'refused' | 'denied' | 'failed' | 'aborted'
  status: number
  errorCode: string | null
  /** The first 32 hex digits of SHA-256 of the raw job id; null before `resolveJob` has said yes. */
  job: string | null
  /** As in the answer: what support is told on the phone finds this line. */
  reference: string | null
  upstream: 'called' | 'shared' | 'cached' | null
  durationMs: number
}

export function toOutcome(status: number): ItrProxyEvent['outcome'] {
  if (status === 200) return 'answered'
  if (status === 404) return 'denied'
  if (status === 499) return 'aborted'
  return status === 429 || status >= 500 ? 'failed' : 'refused'
}
