import { consents } from '../host/records.ts'
import { userOf } from '../host/session.ts'
import { analyzer, handles } from './itrStatus.ts'

/** The version of the notice that the person saw: what is read, what for, and how to withdraw. */
const NOTICE = '2026-04'

const PAN = /^[A-Z]{5}[0-9]{4}[A-Z]$/

const refuse = (status: number, error_code: string) => Response.json({ error_code }, { status })

/** `POST /api/itr/start` with `{ consent, pan, password }`: begins a verification and answers with its handle. */
export async function startVerification(request: Request): Promise<Response> {
  const user = await userOf(request)
  if (user === null) return refuse(401, 'no_session')
  // A form of another site cannot send JSON: for that its browser asks for leave first, and we give none.
  if (request.headers.get('Content-Type') !== 'application/json') return refuse(415, 'unsupported_media_type')

  const { consent, pan, password } = Object(await request.json().catch(() => null))
  const username = typeof pan === 'string' ? pan.toUpperCase() : ''
  if (consent !== true || !PAN.test(username) || typeof password !== 'string' || password === '')
    return refuse(400, 'invalid_request')
  // Before anything is read of them.
  consents.push({ user, notice: NOTICE, at: new Date().toISOString() })

  const jobId = await analyze(username, password).catch(() => undefined)
  // Whether a job began is not known. Only the person may try again: some wrong tries lock their account.
  if (jobId === undefined) return refuse(503, 'unavailable')
  if (jobId === null) return refuse(422, 'not_accepted')
  return Response.json({ handle: await handles.seal(jobId, user) }, { status: 201 })
}

/**
 * The only place that the password goes to, once: no retry, no redirect followed, nothing kept, nothing logged.
 *
 * @returns the job id; null where the ITR Analyzer did not accept the details
 */
async function analyze(username: string, password: string): Promise<string | null> {
  const { baseUrl, apiKey, apiSecret } = analyzer
  const response = await fetch(`${baseUrl}/itr-analyzer/analyze`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-API-KEY': apiKey, 'X-API-SECRET': apiSecret },
    body: JSON.stringify({ username, password }),
    redirect: 'manual',
    signal: AbortSignal.timeout(20_000),
  })
  const { success, data } = Object(await response.json())
  if (response.ok && typeof data?.job_id === 'string') return data.job_id
  if (response.status >= 400 && response.status < 500 && success === false) return null
  throw new Error(`/analyze: ${response.status}`)
}
