import { createItrSimulator } from '../../src/testing/simulator/createItrSimulator.ts'
import type { ItrSimulatorOptions } from '../../src/testing/simulator/types.ts'

export const KEYS = { 'X-API-KEY': 'key', 'X-API-SECRET': 'secret' }
export const BASE_URL = 'https://api.finpass.ai/api/v1'
export const PROXY_URL = 'https://bank.example/api/itr/status'

interface Send {
  method?: string
  headers?: Record<string, string>
  url?: string
}

/** Returns a simulator whose clock stands still until `setElapsed`, and a job that has just started. */
export function simulateJob({
  startedAt = Date.UTC(2026, 3, 7, 11, 24, 14, 383),
  ...options
}: ItrSimulatorOptions & { startedAt?: number } = {}) {
  let now = startedAt
  const simulator = createItrSimulator({ now: () => now, ...options })
  const jobId = simulator.start()

  /** Sends a request as a plain object: unlike a `Request`, it can be a GET with a body. */
  function send(
    endpoint: string,
    body: unknown = { job_id: jobId },
    { method = 'POST', headers = KEYS, url = `${BASE_URL}/itr-analyzer/${endpoint}` }: Send = {},
  ): Promise<Response> {
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    return simulator.fetch({ method, url, headers: new Headers(headers), text: async () => text })
  }

  /** Returns the flat body of GET /status, or the data of the enveloped body of POST /status. */
  async function getStatus(method: 'GET' | 'POST' = 'POST', id = jobId): Promise<Record<string, unknown>> {
    const body = (await (await send('status', { job_id: id }, { method })).json()) as Record<string, unknown>
    return method === 'GET' ? body : (body.data as Record<string, unknown>)
  }

  /** Starts a job by POST /analyze. Returns its raw job id. */
  async function analyze(body: unknown = { username: 'ABCDE1234F', password: 'pw' }): Promise<string> {
    const { data } = (await (await send('analyze', body)).json()) as { data: { job_id: string } }
    return data.job_id
  }

  /** Sets the clock to `elapsed` ms after the start of the job. */
  const setElapsed = (elapsed: number) => void (now = startedAt + elapsed)

  return { simulator, jobId, startedAt, send, getStatus, analyze, setElapsed }
}
