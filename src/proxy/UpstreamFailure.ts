import { ItrStatusError, type ItrErrorCode } from '../contract/ItrStatusError.ts'
import type { ItrProxyErrorCode } from './ProxyError.ts'

/** Why the upstream gave no status. */
export interface UpstreamFailure {
  code: Extract<ItrProxyErrorCode, `upstream_${string}` | 'rate_limited' | 'not_found'>
  /** The upstream's HTTP status; null where no answer came. */
  status: number | null
  /** When it wants to be asked again, in epoch ms, where it has said so. */
  retryAt: number | null
}

/** The failure as the host's own routes get it: the upstream is to `getJob` what the proxy is to the browser. */
export function toStatusError({ code, status, retryAt }: UpstreamFailure, now: number): ItrStatusError {
  const isDoubtful = code === 'upstream_refused' || code === 'upstream_invalid'
  return new ItrStatusError(errorCode(code, status), isDoubtful ? 'doubtful' : 'transient', {
    status,
    retryAfter: retryAt === null ? null : Math.max(0, retryAt - now),
  })
}

function errorCode(code: UpstreamFailure['code'], status: number | null): ItrErrorCode {
  if (code === 'upstream_timeout') return 'timeout'
  if (status !== null && (status < 200 || status > 299)) return 'http'
  if (code === 'upstream_unavailable') return 'network'
  return code === 'upstream_refused' ? 'unsuccessful' : 'invalid_response'
}
