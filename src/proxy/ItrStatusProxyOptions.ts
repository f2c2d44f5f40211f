import type { ItrProxyEvent } from './ItrProxyEvent.ts'
import type { ItrStatusCache } from './ItrStatusCache.ts'

/** A key as it is, or a function that fetches it (from a vault, say) at each upstream call. */
export type ItrSecret = string | (() => string | Promise<string>)

/** One question to the ITR Analyzer. The answer is judged by the proxy, whatever this does. */
export type ItrUpstream = (
  jobId: string,
  call: {
    /** Aborts when `upstreamTimeout` is over. */
    signal: AbortSignal
    url: string
    /** `Content-Type`, `X-API-KEY` and `X-API-SECRET`. */
    headers: Record<string, string>
  },
) => Promise<Response>

export interface ItrStatusProxyOptions {
  /** `X-API-KEY` of the Finpass account. */
  apiKey: ItrSecret
  /** `X-API-SECRET` of the Finpass account. */
  apiSecret: ItrSecret
  /**
   * The upstream job id behind a handle if **this caller** may see it, else null. It runs for every caller, whatever is
   * cached. Whatever it throws, and whatever else it returns, denies.
   */
  resolveJob: (
    handle: string,
    request: Request,
  ) => string | null | undefined | Promise<string | null | undefined>
  /** https only, except on loopback. Default: `https://api.finpass.ai/api/v1`. */
  baseUrl?: string | undefined
  /** Default: a POST by the global `fetch`, redirects not followed. */
  upstream?: ItrUpstream | undefined
  /** Origins that may ask beside the proxy's own. Behind a TLS balancer: the public one. Default: none. */
  allowedOrigins?: readonly string[] | undefined
  /** For one upstream call in all: keys, headers and body, in ms. Default: 10000. */
  upstreamTimeout?: number | undefined
  /** A job is asked for at most once in this time, in ms, counted from the start of a call. Default: 5000. */
  minUpstreamInterval?: number | undefined
  /** Shared with other instances. Each keeps its last answers, at most 10,000, in its own memory anyway. Default: none. */
  cache?: ItrStatusCache | undefined
  /** Lets `pdf_report_url` through, a link that may open the report to anyone who has it. Default: false. */
  exposeReportUrl?: boolean | undefined
  /** For the audit trail: told once per request how it went. Never awaited; what it throws is dropped. */
  onEvent?: ((event: ItrProxyEvent, request: Request) => unknown) | undefined
}
