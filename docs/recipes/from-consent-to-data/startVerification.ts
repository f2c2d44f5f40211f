import { consents } from '../host/records.ts'
import { userOf } from '../host/session.ts'
import { analyzer, handles } from './itrStatus.ts'

/** The version of the notice that the person saw: what is read, what for, and how to withdraw. */
const NOTICE = '2026-04'

const PAN = /^[A-Z]{5}[0-9]{4}[A-Z]$/

/** In any case and with any parameters, such as `; charset=utf-8`. */
const JSON_TYPE = /^application\/json *(;|$)/i

const refuse = (status: number, error_code: string) => Response.json({ error_code }, { status })

/** `POST /api/itr/start` with `{ consent, pan, password }`: begins a verification and answers with its handle. */
export async function startVerification(request: Request): Promise<Response> {
  const user = await userOf(request)
  if (user === null) return refuse(401, 'no_session')
  // A form of another site cannot send JSON: for that its browser asks for leave first, and we give none.
  if (!JSON_TYPE.test(request.headers.get('Content-Type') ?? '')) return refuse(415, 'unsupported_media_type')

  const { consent, pan, password } = Object(await request.json().catch(() => null))
  const username = typeof pan === 'string' ? pan.toUpperCase() : ''
  if (consent !== true || !PAN.test(username) || typeof password !== 'string' || password === '')
    return refuse(400, 'invalid_request')
  // Before anything is read of them.
  consents.push({ user, notice: NOTICE, at: new Date().toISOString() })

  try {
    const jobId = await analyze(username, password)
    if (jobId === null) return refuse(422, 'not_accepted')
    return Response.json({ handle: await handles.seal(jobId, user) }, { status: 201 })
  } catch {
    // Whether a job began is not known. Only the person may try again: some wrong tries lock their account.
    return refuse(503, 'unavailable')
  }
}

/**
 * The only place that the password goes to, once: no retry, no redirect followed, nothing kept, nothing logged.
 *
 * @returns the job id; null where the ITR Analyzer did not accept the details
 * @throws where there was no answer, or none that says either.
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
  const { ok, status } = response
  // The status of a refusal is not published. These would be of our keys, our rate or their service, not of the details.
  const isOurTrouble = [401, 403, 429].includes(status) || status >= 500
  if (success === false && !isOurTrouble) return null

  const jobId = data?.job_id
  if (ok && success === true && typeof jobId === 'string' && jobId.trim() !== '') return jobId
  throw new Error(`/analyze: ${status}`)
}
