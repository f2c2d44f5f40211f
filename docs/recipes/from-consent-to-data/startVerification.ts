import { consents } from '../host/records.ts'
import { userOf } from '../host/session.ts'
import { analyzer, handles } from './itrStatus.ts'

/** Version of the notice that the person saw: which data we read, why, and how to withdraw consent. */
const NOTICE = '2026-04'

const PAN = /^[A-Z]{5}[0-9]{4}[A-Z]$/

/** Matches any letter case and any parameters, such as `; charset=utf-8`. */
const JSON_TYPE = /^application\/json *(;|$)/i

const refuse = (status: number, error_code: string) => Response.json({ error_code }, { status })

/** `POST /api/itr/start` with `{ consent, pan, password }`: starts a job and returns its handle. */
export async function startVerification(request: Request): Promise<Response> {
  const user = await userOf(request)
  if (user === null) return refuse(401, 'no_session')
  // CSRF: another site cannot send JSON without a CORS preflight, and this route does not allow one.
  if (!JSON_TYPE.test(request.headers.get('Content-Type') ?? '')) return refuse(415, 'unsupported_media_type')

  const { consent, pan, password } = Object(await request.json().catch(() => null))
  const username = typeof pan === 'string' ? pan.toUpperCase() : ''
  if (consent !== true || !PAN.test(username) || typeof password !== 'string' || password === '')
    return refuse(400, 'invalid_request')
  // Record the consent before any data is read.
  consents.push({ user, notice: NOTICE, at: new Date().toISOString() })

  try {
    const jobId = await analyze(username, password)
    if (jobId === null) return refuse(422, 'not_accepted')
    return Response.json({ handle: await handles.seal(jobId, user) }, { status: 201 })
  } catch {
    // It is unknown whether a job has started. Never retry by code: a few wrong passwords lock the person's account.
    return refuse(503, 'unavailable')
  }
}

/**
 * Sends the password to the ITR Analyzer, once: no retry, no redirect, no log.
 *
 * @returns the job id, or null if the ITR Analyzer rejected the PAN or the password
 * @throws if there was no response, or no clear one
 */
async function analyze(username: string, password: string): Promise<string | null> {
  const { baseUrl, apiKey, apiSecret } = analyzer
  const response = await fetch(`${baseUrl}/itr-analyzer/analyze`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-API-KEY': apiKey(), 'X-API-SECRET': apiSecret() },
    body: JSON.stringify({ username, password }),
    redirect: 'manual',
    signal: AbortSignal.timeout(20_000),
  })
  const { success, data } = Object(await response.json())
  const { ok, status } = response
  // The vendor does not publish the status of a rejection. These are about our keys, our rate or their service.
  const isServiceError = [401, 403, 429].includes(status) || status >= 500
  if (success === false && !isServiceError) return null

  const jobId = data?.job_id
  if (ok && success === true && typeof jobId === 'string' && jobId.trim() !== '') return jobId
  throw new Error(`/analyze: ${status}`)
}
