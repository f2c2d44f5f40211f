/**
 * A key, or a function that returns it (from a vault, for example). The function runs at each upstream call; with a `cache`,
 * `apiKey` also runs at each read and write of the cache. A read whose `apiKey` takes over 3 s is a miss.
 */
export type ItrSecret = string | (() => string | Promise<string>)

/** Sends one status request to the ITR Analyzer. The proxy applies its timeout, size limit and status mapping to the response. */
export type ItrUpstream = (
  jobId: string,
  call: {
    /** Aborts after `upstreamTimeout`. */
    signal: AbortSignal
    url: string
    /** `Content-Type`, `X-API-KEY` and `X-API-SECRET`. */
    headers: Record<string, string>
  },
) => Promise<Response>

/**
 * Cache that several instances of the proxy share, for example a Keyv over Redis. A key contains a hash of the job id. A value
 * is JSON text of the fields that the browser sees.
 */
export interface ItrStatusCache {
  /** Returns the cached text, or anything that is not a string for a miss. May return a promise. */
  get: (key: string) => unknown
  /** May drop the value after `ttlMs`, a whole number of ms. The proxy ignores what this returns or throws. */
  set: (key: string, value: string, ttlMs: number) => unknown
}

/** Outcome of one request or one call of `getJob`, for the host's audit log. It does not identify the caller: read that from the request. */
export interface ItrProxyEvent {
  /** `itr-status`: the route. `itr-job`: `getJob`. */
  type: 'itr-status' | 'itr-job'
  /** When the response was decided, ISO 8601. */
  at: string
  /** `answered`: 200. `refused`: 400, 403, 405, 408, 413, 415. `denied`: 404. `failed`: 429 and 5xx. `aborted`: the caller disconnected. */
  outcome: 'answered' | 'refused' | 'denied' | 'failed' | 'aborted'
  status: number
  errorCode: string | null
  /** First 32 hex digits of the SHA-256 of the raw job id. Null until `resolveJob` has allowed access. */
  job: string | null
  /** First 32 hex digits of the SHA-256 of the handle, if `outcome` is `denied` (404). Otherwise null. */
  handle: string | null
  /** As in the response, so that support finds this event when a person reads it out. */
  reference: string | null
  /**
   * Source of the status; `shared` means a call that was already in flight. Null if no call was made and nothing was cached.
   * Also null if the caller disconnected before the call started.
   */
  upstream: 'called' | 'shared' | 'cached' | null
  durationMs: number
}

export interface ItrStatusProxyOptions {
  /** `X-API-KEY` of the Finpass account. */
  apiKey: ItrSecret
  /** `X-API-SECRET` of the Finpass account. */
  apiSecret: ItrSecret
  /**
   * Returns the upstream job id for a handle if **this caller** may see it, else null. Runs for every request, even if the
   * status is cached. Anything but a non-empty string denies access (404). A throw, or more than `resolveTimeout`, counts as
   * an outage of the host: 503, and the widget tries again.
   */
  resolveJob: (
    handle: string,
    request: Request,
  ) => string | null | undefined | Promise<string | null | undefined>
  /** https only, except on loopback. Default: `https://api.finpass.ai/api/v1`. */
  baseUrl?: string | undefined
  /** Default: a POST that follows no redirects, with `node:https` on Node and with `fetch` elsewhere. */
  upstream?: ItrUpstream | undefined
  /** Allowed origins besides the proxy's own. If TLS ends before the server, list the public origin. Default: none. */
  allowedOrigins?: readonly string[] | undefined
  /** Limit for `resolveJob`, in ms. Default: 3000. */
  resolveTimeout?: number | undefined
  /** Limit for the body of the caller's request, in ms. Default: 3000. */
  bodyTimeout?: number | undefined
  /** Limit for one upstream call, in ms: the wait in the queue, keys, headers and body together. Default: 10000. */
  upstreamTimeout?: number | undefined
  /** Most upstream calls at once. At most 1,000 more wait in the queue; beyond that the response is 503. Default: 64. */
  maxUpstreamCalls?: number | undefined
  /** Shortest time between two upstream calls for one job, in ms, from start to start. Default: 5000. */
  minUpstreamInterval?: number | undefined
  /** Shared with other instances. Each instance also keeps up to 10,000 responses in memory. Default: none. */
  cache?: ItrStatusCache | undefined
  /** Sends `pdf_report_url`, a link that may open the report for anyone who has it. Default: false. */
  exposeReportUrl?: boolean | undefined
  /** Runs once per request and once per call of `getJob`, for the audit log. Never awaited. Errors that it throws are dropped. */
  onEvent?: ((event: ItrProxyEvent, request: Request) => unknown) | undefined
}
