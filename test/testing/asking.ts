import { expect } from 'vitest'
import type { ItrSimulator } from '../../src/testing/simulator/types.ts'

export const KEYS = { 'X-API-KEY': 'key', 'X-API-SECRET': 'secret' }
export const BASE_URL = 'https://api.finpass.ai/api/v1'
export const PROXY_URL = 'https://bank.example/api/itr/status'

interface Asking {
  method?: string
  headers?: Record<string, string>
  url?: string
}

/** Like a Request but for what a Request cannot be: a GET that carries a body. */
export function ask(
  simulator: Pick<ItrSimulator, 'fetch'>,
  endpoint: string,
  body: unknown,
  { method = 'POST', headers = KEYS, url = `${BASE_URL}/itr-analyzer/${endpoint}` }: Asking = {},
): Promise<Response> {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return simulator.fetch({ method, url, headers: new Headers(headers), text: async () => text })
}

export interface StatusAnswer {
  doc_id: string
  job_id: string
  status: string
  current_step: string | null
  steps_completed: string[]
  steps_failed: string[]
  error_message: string
  created_at: string
  updated_at: string
  completed_at: string | null
  pdf_report_url: string | null
}

/** What `GET /status` says of a job, flat. */
export async function flatStatus(simulator: ItrSimulator, jobId: string): Promise<StatusAnswer> {
  const response = await ask(simulator, 'status', { job_id: jobId }, { method: 'GET' })
  expect(response.status).toBe(200)
  return (await response.json()) as StatusAnswer
}

/** What `POST /status` says of a job, out of its envelope. */
export async function envelopedStatus(
  simulator: ItrSimulator,
  jobId: string,
): Promise<StatusAnswer & { pan: string }> {
  const response = await ask(simulator, 'status', { job_id: jobId })
  expect(response.status).toBe(200)
  const { data } = (await response.json()) as { data: StatusAnswer & { pan: string } }
  return data
}

/** A clock that stands until it is set. */
export function createClock(start = Date.UTC(2026, 3, 7, 11, 24, 14, 383)) {
  let time = start
  return {
    start,
    now: () => time,
    set: (elapsed: number) => {
      time = start + elapsed
    },
  }
}
