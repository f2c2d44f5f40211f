import { isOwnPage } from '../checks/isOwnPage.ts'
import { readAtMost } from '../checks/readAtMost.ts'
import { countAttempt } from '../host/attempts.ts'
import { applicants, consents } from '../host/records.ts'
import { userOf } from '../host/session.ts'
import { callAnalyzer } from './callAnalyzer.ts'
import { checkEnvironment, handles } from './itrStatus.ts'

/** Version of the notice that the person saw: which data we read, why, and how to withdraw consent. */
const NOTICE = '2026-04'

/** Portals lock an account after a few wrong passwords. */
const MAX_ATTEMPTS_PER_DAY = 3

/** Matches any letter case and any parameters, such as `; charset=utf-8`. */
const JSON_TYPE = /^application\/json *(;|$)/i

const refuse = (status: number, error_code: string) => Response.json({ error_code }, { status })

/** `POST /api/itr/start` with `{ consent, password }`: starts a job and returns its handle. */
export async function startItrJob(request: Request): Promise<Response> {
  await checkEnvironment()
  const user = await userOf(request)
  if (user === null) return refuse(401, 'no_session')
  if (!isOwnPage(request)) return refuse(403, 'forbidden_origin')
  if (!JSON_TYPE.test(request.headers.get('Content-Type') ?? '')) return refuse(415, 'unsupported_media_type')
  const body = await readAtMost(4096, request).catch(() => null)
  if (!body) return refuse(413, 'body_too_large')

  const { consent, password } = Object(await body.json().catch(() => null))
  if (consent !== true || typeof password !== 'string' || password === '')
    return refuse(400, 'invalid_request')
  // The PAN comes from your KYC: a PAN from the form would let a user lock somebody else's account.
  const username = applicants.get(user)?.pan
  if (!username) return refuse(409, 'no_pan')
  if (!(await countAttempt(user, MAX_ATTEMPTS_PER_DAY))) return refuse(429, 'too_many_attempts')
  // Record the consent before any data is read.
  consents.push({ user, notice: NOTICE, at: new Date().toISOString() })

  try {
    const jobId = await analyze(username, password)
    if (jobId === null) return refuse(422, 'not_accepted')
    return Response.json({ handle: await handles.seal(jobId, user) }, { status: 201 })
  } catch {
    // It is unknown whether a job has started. Never retry by code: it could lock the person's account.
    return refuse(503, 'unavailable')
  }
}

/**
 * Sends the password to the ITR Analyzer, once.
 *
 * @returns the job id, or null if the ITR Analyzer rejected the PAN or the password
 * @throws if there was no response, or no clear one
 */
async function analyze(username: string, password: string): Promise<string | null> {
  const { ok, status, success, data } = await callAnalyzer('analyze', { username, password })
  // The vendor does not publish the status of a rejection. These are about our keys, our rate or their service.
  const isServiceError = [401, 403, 429].includes(status) || status >= 500
  if (success === false && !isServiceError) return null

  const jobId = data?.job_id
  if (ok && success === true && typeof jobId === 'string' && jobId.trim() !== '') return jobId
  throw new Error(`/analyze: ${status}`)
}
