import type { ItrJob } from '../contract/ItrJob.ts'
import { parseItrJob } from '../contract/parseItrJob.ts'
import { rejectOnAbort } from '../internal/rejectOnAbort.ts'
import { withTimeout } from '../internal/withTimeout.ts'
import { createCallDeduper, type Subscription } from './createCallDeduper.ts'
import { ProxyError, RESOLVE_TIMEOUT, toStatusError } from './errors.ts'
import { getDigest, identifyJob, type JobIdentity } from './identifyJob.ts'
import { isJsonType, isTrustedOrigin, readHandle } from './request.ts'
import { resolveProxyOptions } from './resolveProxyOptions.ts'
import { toResponse, type PublicStatus } from './response.ts'
import type { ItrProxyEvent, ItrStatusProxyOptions, ItrUpstream } from './types.ts'

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
   * @throws {ItrStatusError} if the status is unknown: `timeout` after `resolveTimeout` or `upstreamTimeout`, `http` with 503
   * if `resolveJob` threw or too many calls are in progress
   */
  getJob: (handle: unknown, request: Request) => Promise<ItrJob | null>
}

/** Facts for the event, collected while the request is handled. */
interface RequestContext {
  startedAt: number
  handle?: string
  job?: JobIdentity | null
  subscription?: Subscription
}

/** Settles like `work`, or rejects as soon as `signal` aborts because the caller has disconnected. */
const whileConnected = <T>(work: Promise<T>, signal: AbortSignal | null | undefined) =>
  rejectOnAbort(work, signal, () => new ProxyError('aborted'))

/** Creates the route and `getJob`, with the default upstream of a runtime. */
export function createProxy(options: ItrStatusProxyOptions, defaultUpstream: ItrUpstream): ItrStatusProxy {
  const settings = resolveProxyOptions({ ...options, upstream: options?.upstream ?? defaultUpstream })
  const subscribe = createCallDeduper(settings)
  // Destructured, so that the host's functions do not get the settings with the keys as `this`.
  const { resolveJob, onEvent } = settings

  /** Runs for every request, even if the status is cached. Anything but a non-empty string denies access. */
  async function findJob(handle: string, request: Request): Promise<JobIdentity> {
    const timeout = { ms: settings.resolveTimeout, createError: () => RESOLVE_TIMEOUT }
    const id: unknown = await withTimeout(timeout, async () => resolveJob(handle, request)).catch(
      (cause: unknown) => {
        throw new ProxyError('unavailable', { cause })
      },
    )
    if (typeof id !== 'string' || id.trim() === '') throw new ProxyError('not_found')
    return identifyJob(id)
  }

  /** The steps that the route and `getJob` share. `signal` aborts when the caller disconnects. */
  async function readStatus(
    request: Request,
    context: RequestContext & { handle: string },
    signal?: AbortSignal | null,
  ): Promise<PublicStatus> {
    context.job = await whileConnected(findJob(context.handle, request), signal)
    // Other callers share this call, so it goes on if this caller disconnects. Its response is kept for the next request.
    const subscription = (context.subscription = subscribe(context.job))
    const outcome = await whileConnected(subscription.outcome, signal).catch((error: unknown) => {
      subscription.leave()
      throw error
    })
    if ('failure' in outcome) throw new ProxyError(outcome.failure.code, outcome.failure)
    return outcome.status
  }

  /** All steps of a request, the cheapest check first. */
  async function respond(request: Request, context: RequestContext): Promise<PublicStatus> {
    if (request.method !== 'POST') throw new ProxyError('method_not_allowed')
    if (!isJsonType(request.headers.get('Content-Type'))) throw new ProxyError('unsupported_media_type')
    if (!isTrustedOrigin(request, settings.allowedOrigins)) throw new ProxyError('forbidden_origin')

    // Read before any work starts: if this getter throws, no promise is left with an unhandled rejection.
    const { signal } = request
    const timeout = { ms: settings.bodyTimeout, createError: () => new ProxyError('body_timeout') }
    // A disconnect rejects the task, so it also ends the read.
    const handle = await withTimeout(timeout, (inner) => whileConnected(readHandle(request, inner), signal))
    return readStatus(request, Object.assign(context, { handle }), signal)
  }

  /** Reports the result to the host. Does not wait for `onEvent`, and ignores its errors. */
  function report(
    type: ItrProxyEvent['type'],
    request: Request,
    { startedAt, handle, job, subscription }: RequestContext,
    result: PublicStatus | ProxyError,
  ): void {
    const now = Date.now()
    const error = result instanceof ProxyError ? result : null
    const notify = async () =>
      onEvent(
        {
          type,
          at: new Date(now).toISOString(),
          outcome: error?.outcome ?? 'answered',
          status: error?.status ?? 200,
          errorCode: error?.code ?? null,
          job: job?.digest.slice(0, 32) ?? null,
          handle: error?.outcome === 'denied' && handle ? getDigest(handle).slice(0, 32) : null,
          reference: job?.reference ?? null,
          upstream: subscription?.source ?? null,
          durationMs: Math.max(0, now - startedAt),
        },
        request,
      )
    notify().catch(() => undefined)
  }

  async function itrStatusProxy(request: Request): Promise<Response> {
    const context: RequestContext = { startedAt: Date.now() }
    const result = await respond(request, context).catch((error: unknown) =>
      // Any other error comes from a request that cannot be read, for example a body that breaks off.
      error instanceof ProxyError ? error : new ProxyError('invalid_request'),
    )
    report('itr-status', request, context, result)
    return toResponse(result instanceof ProxyError ? result : { job_id: context.handle!, ...result })
  }

  async function getJob(handle: unknown, request: Request): Promise<ItrJob | null> {
    const context = { startedAt: Date.now(), handle: typeof handle === 'string' ? handle : '' }
    const result = await (
      context.handle === '' ? Promise.reject(new ProxyError('not_found')) : readStatus(request, context)
    ).catch((error: ProxyError) => error)
    report('itr-job', request, context, result)
    if (!(result instanceof ProxyError)) return parseItrJob({ job_id: handle, ...result })
    if (result.code === 'not_found') return null
    throw toStatusError(result, Date.now())
  }

  return Object.assign(itrStatusProxy, { getJob })
}
