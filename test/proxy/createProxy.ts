import { afterEach, beforeEach, expect, vi } from 'vitest'
import { createItrStatusProxy as createNodeProxy } from '../../src/proxy/index.node.ts'
import {
  createItrStatusProxy,
  type ItrProxyEvent,
  type ItrStatusProxy,
  type ItrStatusProxyOptions,
} from '../../src/proxy/index.ts'
import { findResponseErrors, findSchemaErrors } from '../openapi.ts'

export const HANDLE = 'handle-of-asha'
export const JOB_ID = 'itr_f2aecbf3-4b37-4d76-b779-7f314a15b22d'
export const KEY = 'key-5b1c9e'
export const SECRET = 'secret-77aa01'
export const ORIGIN = 'https://app.example.com'

/** When tests with a fake clock begin. */
export const START = Date.UTC(2026, 3, 7, 11, 24, 14)

export interface RequestOptions extends Omit<RequestInit, 'body' | 'headers'> {
  body?: object | string | null
  headers?: Record<string, string>
}

/** The request of a page of the host. */
export const createRequest = ({ body = { job_id: HANDLE }, headers, ...init }: RequestOptions = {}) =>
  new Request(`${ORIGIN}/api/itr/status`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin', ...headers },
    body: typeof body === 'string' || body === null ? body : JSON.stringify(body),
    ...init,
  })

export const requestFor = (handle: string): Request => createRequest({ body: { job_id: handle } })

/** As the value of a part: reading it throws, as a getter of a framework's own request may. */
export const THROWS = Symbol('throws')

/** A plain object instead of a `Request`. Only the parts of a valid request can be read, with these changes. */
export function createBareRequest(changes: Record<string, unknown> = {}): Request {
  const { method, url, headers, body, signal } = createRequest()
  const parts: Record<string | symbol, unknown> = { method, url, headers, body, signal, ...changes }
  return new Proxy({} as Request, {
    get(_, name) {
      if (!(name in parts) || parts[name] === THROWS) throw new TypeError(`canary: ${String(name)} was read`)
      return parts[name]
    },
  })
}

/** A body of these chunks, which need not be bytes. */
export const streamOf = (...chunks: unknown[]): ReadableStream<Uint8Array> =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk as Uint8Array)
      controller.close()
    },
  })

/** A body that somebody else reads. */
export function createLockedBody() {
  const body = streamOf(new TextEncoder().encode(JSON.stringify({ job_id: HANDLE })))
  body.getReader()
  return body
}

/** The upstream's flat response. */
export const flatJob = (fields: Record<string, unknown> = {}): Record<string, unknown> => ({
  job_id: JOB_ID,
  status: 'processing',
  ...fields,
})

export interface ProxyInit extends Partial<Omit<ItrStatusProxyOptions, 'upstream'>> {
  upstream?: (
    ...args: Parameters<NonNullable<ItrStatusProxyOptions['upstream']>>
  ) => Response | Promise<Response>
}

/** Checks every response of a proxy, and its last event, against docs/openapi.yaml. */
const withSchemaCheck = (proxy: ItrStatusProxy, events: readonly ItrProxyEvent[] = []): ItrStatusProxy =>
  Object.assign(
    async (request: Request) => {
      const response = await proxy(request)
      const eventErrors = events.slice(-1).flatMap((event) => findSchemaErrors('Event', event))
      expect([...(await findResponseErrors(response)), ...eventErrors]).toEqual([])
      return response
    },
    { getJob: proxy.getJob },
  )

/** A proxy whose upstream is a function, with all upstream calls and events. */
export function createProxy({ upstream = () => Response.json(flatJob()), ...options }: ProxyInit = {}) {
  const calls: { jobId: string; signal: AbortSignal; url: string; headers: Record<string, string> }[] = []
  const events: ItrProxyEvent[] = []
  const proxy = createItrStatusProxy({
    apiKey: KEY,
    apiSecret: SECRET,
    resolveJob: (handle) => (handle === HANDLE ? JOB_ID : null),
    upstream: async (jobId, call) => {
      calls.push({ jobId, ...call })
      return upstream(jobId, call)
    },
    onEvent: (event) => events.push(event),
    ...options,
  })
  return { proxy: withSchemaCheck(proxy, events), calls, events }
}

/** A proxy whose upstream is a server. */
export const createProxyTo = (baseUrl: string, options: Partial<ItrStatusProxyOptions> = {}) =>
  withSchemaCheck(
    createNodeProxy({ apiKey: KEY, apiSecret: SECRET, resolveJob: () => JOB_ID, baseUrl, ...options }),
  )

export const RESPONSE_HEADERS = {
  'cache-control': 'no-store',
  'content-type': 'application/json',
  vary: 'Sec-Fetch-Site, Origin',
  'x-content-type-options': 'nosniff',
}

/** The proxy must not pass these on. */
export const UPSTREAM_HEADERS = {
  'Set-Cookie': 'a=b',
  'Cache-Control': 'public',
  'WWW-Authenticate': 'Basic',
  'Access-Control-Allow-Origin': '*',
  ETag: '"1"',
}

/** The parts of a response that a browser can see. */
export const readResponse = async (response: Response) => ({
  status: response.status,
  headers: Object.fromEntries(response.headers),
  body: (await response.json()) as Record<string, unknown>,
})

/** HTTP status and `error_code` of a response. The code is undefined for a job status. */
export async function resultOf(response: Response | Promise<Response>): Promise<[number, unknown]> {
  const { status, body } = await readResponse(await response)
  return [status, body.error_code]
}

/** Result of one request. */
export const poll = (proxy: ItrStatusProxy, options?: RequestOptions) =>
  resultOf(proxy(createRequest(options)))

export const OK = [200, undefined]
export const UNAVAILABLE = [502, 'upstream_unavailable']
export const REFUSED = [502, 'upstream_refused']
export const INVALID = [502, 'upstream_invalid']
export const TIMEOUT = [504, 'upstream_timeout']

type Fakes = NonNullable<Parameters<typeof vi.useFakeTimers>[0]>['toFake']

/** Fakes the clock in all tests of a file or block, by default `Date` alone. Returns a function that moves it, in ms. */
export function useFakeClock(toFake: Fakes = ['Date']) {
  beforeEach(() => void vi.useFakeTimers({ toFake, now: START }))
  afterEach(() => void vi.useRealTimers())
  return (ms: number) => void vi.setSystemTime(Date.now() + ms)
}

/** A host function that fails. */
export const throwError = () => {
  throw new Error('canary')
}

/** A promise to settle later. */
export function deferred<T>() {
  let resolve!: (value: T) => void
  let reject!: (reason: unknown) => void
  const promise = new Promise<T>((onResolve, onReject) => {
    resolve = onResolve
    reject = onReject
  })
  return { promise, resolve, reject }
}

/** Enough turns of the event loop for all requests to get as far as they can. */
export async function flushEventLoop(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await new Promise((resolve) => setImmediate(resolve))
}

/** Fails every test of a file that logs, or that leaves an unhandled rejection, which would end a Node process. */
export function failOnLogsAndRejections(): void {
  const notes: unknown[] = []
  const note = (...args: unknown[]) => void notes.push(args)
  beforeEach(() => {
    // In development an unknown status is logged.
    vi.stubEnv('NODE_ENV', 'production')
    process.on('unhandledRejection', note)
    for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const)
      vi.spyOn(console, method).mockImplementation(note)
  })
  afterEach(async () => {
    await flushEventLoop()
    process.off('unhandledRejection', note)
    vi.restoreAllMocks()
    vi.unstubAllEnvs()
    expect(notes.splice(0)).toEqual([])
  })
}
