import type { ItrJob } from '../contract/ItrJob.ts'
import { parseItrJob } from '../contract/parseItrJob.ts'
import { rejectOnAbort } from '../internal/rejectOnAbort.ts'
import { createCallDeduper, type Subscription } from './createCallDeduper.ts'
import { ProxyError, toStatusError } from './errors.ts'
import { identifyJob, type JobIdentity } from './identifyJob.ts'
import { isJsonType, isTrustedOrigin, readHandle } from './request.ts'
import { resolveProxyOptions } from './resolveProxyOptions.ts'
import { toResponse, type StatusBody } from './response.ts'
import type { ItrStatusProxyOptions } from './types.ts'

/** Serves the browser's polls, and `getJob` for the host's own routes. */
export interface ItrStatusProxy {
  /** The route. It always resolves to a Response. */
  (request: Request): Promise<Response>
  /**
   * Returns the job of a handle, for a route of the host that receives a form: anybody can post any string. It uses the same
   * `resolveJob`, cache and upstream as the route, and returns what this caller's browser would see (`jobId` is the handle,
   * `errorMessage` is null). Null if `resolveJob` denies access, if the upstream does not know the job, or if `handle` is not
   * a non-empty string.
   *
   * @throws {ItrStatusError} if the upstream could not be reached or sent no status
   */
  getJob: (handle: unknown, request: Request) => Promise<ItrJob | null>
}

/** Facts for the event, known as far as the request got. */
interface RequestContext {
  job?: JobIdentity | null
  subscription?: Subscription
}

/**
 * Creates the route that the browser polls. It keeps the API keys, calls the ITR Analyzer and sends only the fields that the
 * browser needs. It runs on every runtime with web-standard `fetch`.
 *
 * @throws {TypeError} for an unusable option
 * @example
 * export const POST = createItrStatusProxy({
 *   apiKey: process.env.FINPASS_API_KEY!,
 *   apiSecret: process.env.FINPASS_API_SECRET!,
 *   resolveJob: async (handle, request) => jobs.idFor(handle, await userOf(request)),
 * })
 */
export function createItrStatusProxy(options: ItrStatusProxyOptions): ItrStatusProxy {
  const settings = resolveProxyOptions({ ...options })
  const subscribe = createCallDeduper(settings)
  // Destructured, so that the host's functions do not get the settings with the keys as `this`.
  const { resolveJob, onEvent } = settings

  /** Runs for every request, even if the status is cached. Anything but a non-empty string denies access. */
  async function findJob(handle: string, request: Request): Promise<JobIdentity | null> {
    try {
      const id: unknown = await resolveJob(handle, request)
      return typeof id === 'string' && id.trim() !== '' ? identifyJob(id) : null
    } catch {
      return null
    }
  }

  /** All steps of a request, the cheapest check first. */
  async function respond(request: Request, context: RequestContext): Promise<StatusBody> {
    if (request.method !== 'POST') throw new ProxyError('method_not_allowed')
    if (!isJsonType(request.headers.get('Content-Type'))) throw new ProxyError('unsupported_media_type')
    if (!isTrustedOrigin(request, settings.allowedOrigins)) throw new ProxyError('forbidden_origin')

    // Read before any work starts: if this getter throws, no promise is left with an unhandled rejection.
    const { signal } = request
    const whileConnected = <T>(work: Promise<T>) =>
      rejectOnAbort(work, signal, () => new ProxyError('aborted'))
    const handle = await whileConnected(readHandle(request))

    context.job = await whileConnected(findJob(handle, request))
    if (!context.job) throw new ProxyError('not_found')

    // Other callers share this call, so it goes on if this caller disconnects. Its response is kept for the next request.
    context.subscription = subscribe(context.job)
    const outcome = await whileConnected(context.subscription.outcome)
    if ('failure' in outcome) throw new ProxyError(outcome.failure.code, outcome.failure.retryAt)
    return { job_id: handle, ...outcome.status }
  }

  /** Reports the result to the host. Does not wait for `onEvent`, and ignores its errors. */
  function report(
    request: Request,
    { job, subscription }: RequestContext,
    result: StatusBody | ProxyError,
    startedAt: number,
  ): void {
    const now = Date.now()
    const error = result instanceof ProxyError ? result : null
    const notify = async () =>
      onEvent(
        {
          type: 'itr-status',
          at: new Date(now).toISOString(),
          outcome: error?.outcome ?? 'answered',
          status: error?.status ?? 200,
          errorCode: error?.code ?? null,
          job: job?.digest.slice(0, 32) ?? null,
          reference: job?.reference ?? null,
          upstream: subscription?.source ?? null,
          durationMs: Math.max(0, now - startedAt),
        },
        request,
      )
    notify().catch(() => undefined)
  }

  async function itrStatusProxy(request: Request): Promise<Response> {
    const startedAt = Date.now()
    const context: RequestContext = {}
    const result = await respond(request, context).catch((error: unknown) =>
      // Any other error comes from a request that cannot be read, for example a body that breaks off.
      error instanceof ProxyError ? error : new ProxyError('invalid_request'),
    )
    report(request, context, result, startedAt)
    return toResponse(result)
  }

  async function getJob(handle: unknown, request: Request): Promise<ItrJob | null> {
    const job = typeof handle === 'string' && handle !== '' ? await findJob(handle, request) : null
    if (!job) return null
    const outcome = await subscribe(job).outcome
    if ('status' in outcome) return parseItrJob({ job_id: handle, ...outcome.status })
    if (outcome.failure.code === 'not_found') return null
    throw toStatusError(outcome.failure, Date.now())
  }

  return Object.assign(itrStatusProxy, { getJob })
}
