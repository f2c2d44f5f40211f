import {
  createItrStatusProxy,
  type ItrProxyEvent,
  type ItrStatusProxy,
  type ItrStatusProxyOptions,
} from '../../src/proxy/index.ts'

export const HANDLE = 'handle-of-asha'
export const JOB_ID = 'itr_f2aecbf3-4b37-4d76-b779-7f314a15b22d'
export const KEY = 'key-5b1c9e'
export const SECRET = 'secret-77aa01'
const PROXY_URL = 'https://app.example.com/api/itr/status'

/** What a page of the host's own sends. */
export const ask = ({ body = { job_id: HANDLE }, headers = {}, ...init }: AskInit = {}): Request =>
  new Request(PROXY_URL, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin', ...headers },
    body: typeof body === 'string' || body === null ? body : JSON.stringify(body),
    ...init,
  })

interface AskInit extends Omit<RequestInit, 'body' | 'headers'> {
  body?: object | string | null
  headers?: Record<string, string>
}

/** The upstream's flat answer. */
export const flat = (fields: Record<string, unknown> = {}): Record<string, unknown> => ({
  job_id: JOB_ID,
  status: 'processing',
  ...fields,
})

/** A proxy before an upstream of functions, with all that it was asked and all that it reported. */
export function createProxy({ upstream = () => Response.json(flat()), ...options }: ProxyInit = {}) {
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
  return { proxy, calls, events }
}

interface ProxyInit extends Partial<Omit<ItrStatusProxyOptions, 'upstream'>> {
  upstream?: (
    ...args: Parameters<NonNullable<ItrStatusProxyOptions['upstream']>>
  ) => Response | Promise<Response>
}

/** A proxy that asks a real upstream by itself. */
export const createProxyBefore = (
  baseUrl: string,
  options: Partial<ItrStatusProxyOptions> = {},
): ItrStatusProxy =>
  createItrStatusProxy({ apiKey: KEY, apiSecret: SECRET, resolveJob: () => JOB_ID, baseUrl, ...options })

/** All of an answer that a browser can see. */
export async function seen(response: Response): Promise<{ status: number; headers: object; body: unknown }> {
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: JSON.parse(await response.text()),
  }
}

export const errorCodeOf = async (response: Response): Promise<unknown> =>
  ((await response.json()) as { error_code?: unknown }).error_code

/** A promise to be kept later. */
export function deferred<T>() {
  let resolve!: (value: T) => void
  let reject!: (reason: unknown) => void
  const promise = new Promise<T>((yes, no) => {
    resolve = yes
    reject = no
  })
  return { promise, resolve, reject }
}

/** Enough turns of the event loop for all who asked to get as far as they can. */
export async function arrived(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await new Promise((resolve) => setImmediate(resolve))
}
