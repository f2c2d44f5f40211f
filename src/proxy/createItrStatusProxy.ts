import type { ItrJob } from '../contract/ItrJob.ts'
import { parseItrJob } from '../contract/parseItrJob.ts'
import { createCallDeduper, type Ask } from './createCallDeduper.ts'
import { identifyJob, type JobIdentity } from './identifyJob.ts'
import { isJsonType } from './isJsonType.ts'
import { isTrustedOrigin } from './isTrustedOrigin.ts'
import { toOutcome } from './ItrProxyEvent.ts'
import type { ItrStatusProxyOptions } from './ItrStatusProxyOptions.ts'
import { readHandle } from './readHandle.ts'
import { ProxyError } from './ProxyError.ts'
import type { StatusBody } from './toPublicStatus.ts'
import { toResponse } from './toResponse.ts'
import { resolveProxyOptions } from './resolveProxyOptions.ts'
import { rejectOnAbort } from '../internal/rejectOnAbort.ts'
import { toStatusError } from './UpstreamFailure.ts'

/** Answers the browser's questions, and those of the host's own routes. */
export interface ItrStatusProxy {
  /** The route: always resolves, whatever it is given. */
  (request: Request): Promise<Response>
  /**
   * Where the job behind a handle stands, for a route of the host's own: a form must not be believed. It is what this caller's
   * browser would be told (`jobId` is the handle, `errorMessage` null), by the same `resolveJob`, cache and upstream. Null
   * where `resolveJob` says no, nothing is known of the job, or the handle is no string.
   *
   * @throws {ItrStatusError} where the upstream could not be asked or gave no status.
   */
  getJob: (handle: unknown, request: Request) => Promise<ItrJob | null>
}

/** What is known of a request when its answer is decided. */
interface Trail {
  job?: JobIdentity | null
  ask?: Ask
}

/**
 * The server side: holds the keys, asks the ITR Analyzer, and tells a browser no more than it needs. Any runtime with
 * web-standard `fetch` runs it.
 *
 * @throws {TypeError} for an option that cannot be used.
 * @example
 * export const POST = createItrStatusProxy({
 *   apiKey: process.env.FINPASS_API_KEY!,
 *   apiSecret: process.env.FINPASS_API_SECRET!,
 *   resolveJob: async (handle, request) => jobs.idFor(handle, await userOf(request)),
 * })
 */
export function createItrStatusProxy(options: ItrStatusProxyOptions): ItrStatusProxy {
  const settings = resolveProxyOptions({ ...options })
  const askAbout = createCallDeduper(settings)
  // Called without the settings as their `this`: those hold the keys.
  const { resolveJob, onEvent } = settings

  /** Asked for every caller, whatever is known of the job. All that is not a plain yes is a no, and the same no. */
  async function findJob(handle: string, request: Request): Promise<JobIdentity | null> {
    try {
      const id: unknown = await resolveJob(handle, request)
      return typeof id === 'string' && id.trim() !== '' ? identifyJob(id) : null
    } catch {
      return null
    }
  }

  /** The whole order of a request, the cheapest no first. */
  async function answer(request: Request, trail: Trail): Promise<StatusBody> {
    if (request.method !== 'POST') throw new ProxyError('method_not_allowed')
    if (!isJsonType(request.headers.get('Content-Type'))) throw new ProxyError('unsupported_media_type')
    if (!isTrustedOrigin(request, settings.allowedOrigins)) throw new ProxyError('forbidden_origin')

    // Read before any work begins: where that throws, no promise is left whose rejection nobody handles.
    const { signal } = request
    const whileHere = <T>(work: Promise<T>) => rejectOnAbort(work, signal, () => new ProxyError('aborted'))
    const handle = await whileHere(readHandle(request))

    trail.job = await whileHere(findJob(handle, request))
    if (!trail.job) throw new ProxyError('not_found')

    // The call is not this caller's alone: it goes on without them, and its answer is kept for the next.
    trail.ask = askAbout(trail.job)
    const outcome = await whileHere(trail.ask.outcome)
    if ('failure' in outcome) throw new ProxyError(outcome.failure.code, outcome.failure.retryAt)
    return { job_id: handle, ...outcome.status }
  }

  /** Tells the host how it went. What it does with that holds nobody up and breaks nothing. */
  function report(
    request: Request,
    { job, ask }: Trail,
    decision: StatusBody | ProxyError,
    startedAt: number,
  ): void {
    if (!onEvent) return
    const now = Date.now()
    const refusal = decision instanceof ProxyError ? decision : null
    const tell = async () =>
      onEvent(
        {
          type: 'itr-status',
          at: new Date(now).toISOString(),
          outcome: toOutcome(refusal?.status ?? 200),
          status: refusal?.status ?? 200,
          errorCode: refusal?.code ?? null,
          job: job?.digest.slice(0, 32) ?? null,
          reference: job?.reference ?? null,
          upstream: ask?.source ?? null,
          durationMs: Math.max(0, now - startedAt),
        },
        request,
      )
    tell().catch(() => undefined)
  }

  async function itrStatusProxy(request: Request): Promise<Response> {
    const startedAt = Date.now()
    const trail: Trail = {}
    const decision = await answer(request, trail).catch((error: unknown) =>
      // Whatever else can be thrown here comes of a request that cannot be read: a body that breaks off, say.
      error instanceof ProxyError ? error : new ProxyError('invalid_request'),
    )
    report(request, trail, decision, startedAt)
    return toResponse(decision)
  }

  async function getJob(handle: unknown, request: Request): Promise<ItrJob | null> {
    const job = typeof handle === 'string' && handle !== '' ? await findJob(handle, request) : null
    if (!job) return null
    const outcome = await askAbout(job).outcome
    if ('status' in outcome) return parseItrJob({ job_id: handle, ...outcome.status })
    if (outcome.failure.code === 'not_found') return null
    throw toStatusError(outcome.failure, Date.now())
  }

  return Object.assign(itrStatusProxy, { getJob })
}
