const refusals = {
  method_not_allowed: [405, 'Ask with POST.'],
  unsupported_media_type: [415, 'Send the body as application/json.'],
  forbidden_origin: [403, 'This page may not ask here: its origin is neither our own nor listed.'],
  body_too_large: [413, 'The body may have 4096 bytes at most.'],
  invalid_request: [400, 'The body must be a JSON object with a job_id, a string that is not empty.'],
  not_found: [404, 'There is no such job.'],
  rate_limited: [429, 'Too many questions were asked. Ask again later.'],
  upstream_unavailable: [502, 'The verification service could not be reached. Ask again later.'],
  upstream_refused: [502, 'The verification service refused to answer.'],
  upstream_invalid: [502, 'The verification service gave an answer that is no job status.'],
  upstream_timeout: [504, 'The verification service did not answer in time. Ask again later.'],
  aborted: [499, 'The caller left before there was an answer.'],
} as const

/** What the proxy says in `error_code` where it gives no status. */
export type ItrProxyErrorCode = keyof typeof refusals

/** The proxy's own "no": a code, a sentence and where to read on, nothing of the request, the upstream or an error inside. */
export class ProxyError extends Error {
  readonly code: ItrProxyErrorCode
  readonly status: number
  /** When to ask again, in epoch ms, where the upstream has said so. */
  readonly retryAt: number | null

  constructor(code: ItrProxyErrorCode, retryAt: number | null = null) {
    const [status, sentence] = refusals[code]
    super(`${sentence} See itr-progress/docs/errors.md#${code}`)
    this.code = code
    this.status = status
    this.retryAt = retryAt
  }
}
