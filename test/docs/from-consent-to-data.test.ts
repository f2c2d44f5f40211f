import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { attempts } from '../../docs/recipes/host/attempts.ts'
import { applicants, applications, auditLog, consents } from '../../docs/recipes/host/records.ts'
import { signIn } from '../../docs/recipes/host/session.ts'
import { analyzeResponses } from './analyzeResponses.ts'
import { forge, ORIGIN, createPoll, readJson } from './requests.ts'
import { environmentOf, startSimulator } from './startSimulator.ts'

const PAN = 'ABCDE1234F'
const PASSWORD = 'canary-p4ssw0rd-7d1f'

let upstream: Awaited<ReturnType<typeof startSimulator>>
let asha: string
/** Everything written to the console and the standard streams. */
let logged: string
/** Headers and bodies of all responses to the browser. */
let sent: string

beforeAll(async () => {
  upstream = await startSimulator()
  for (const [name, value] of Object.entries(environmentOf(upstream))) vi.stubEnv(name, value)
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await upstream.stop()
})
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
  asha = signIn('asha')
  attempts.clear()
  applicants.set('asha', { pan: PAN })
  logged = ''
  sent = ''
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((chunk) => {
      logged += String(chunk)
      return true
    })
  for (const method of ['debug', 'error', 'info', 'log', 'warn'] as const)
    vi.spyOn(console, method).mockImplementation((...values: unknown[]) => {
      logged += values.map(String).join(' ')
    })
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  upstream.respond = undefined
  for (const list of [upstream.requests, auditLog, consents, applications]) list.length = 0
})

const routes = async () => ({
  ...(await import('../../docs/recipes/from-consent-to-data/startItrJob.ts')),
  ...(await import('../../docs/recipes/from-consent-to-data/itrStatus.ts')),
  ...(await import('../../docs/recipes/from-consent-to-data/submitApplication.ts')),
})

async function record(pending: Promise<Response>) {
  const response = await pending
  sent += JSON.stringify([...response.headers]) + (await response.clone().text())
  return readJson(response)
}

const fromOwnPage = { 'Sec-Fetch-Site': 'same-origin' }

async function start(fields: object = {}, headers: Record<string, string> = fromOwnPage) {
  const { startItrJob } = await routes()
  return record(
    startItrJob(
      new Request(`${ORIGIN}/api/itr/start`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Cookie: asha, ...headers },
        body: JSON.stringify({ consent: true, password: PASSWORD, ...fields }),
      }),
    ),
  )
}

async function poll(handle: string, cookie = asha) {
  const { itrStatus } = await routes()
  return record(itrStatus(createPoll(handle, cookie)))
}

async function post(body: BodyInit | null, cookie = asha, headers: Record<string, string> = fromOwnPage) {
  const { submitApplication } = await routes()
  const init = { method: 'POST', headers: { Cookie: cookie, ...headers }, body }
  return record(submitApplication(new Request(`${ORIGIN}/api/applications`, init)))
}

function submit(handle: string, cookie = asha, amount: string | null = '500000') {
  const form = new FormData()
  form.set('itrVerification', handle)
  if (amount !== null) form.set('amount', amount)
  return post(form, cookie)
}

const wait = (ms: number) => vi.setSystemTime(Date.now() + ms)

const paths = () => upstream.requests.map(({ path }) => path)

/** Starts a job and waits until it has completed. */
async function complete() {
  const handle = (await start()).body.handle as string
  wait(60_000)
  const { resolveJob } = await routes()
  return { handle, job_id: await resolveJob(handle, createPoll(handle, asha)) }
}

describe('docs/recipes/next/startFromForm.ts', () => {
  async function postForm(fields: Record<string, string>, origin: Record<string, string> = fromOwnPage) {
    const { POST } = await import('../../docs/recipes/next/startFromForm.ts')
    const headers = { Cookie: asha, ...origin }
    const body = new URLSearchParams(fields)
    return POST(new Request(`${ORIGIN}/api/itr/start`, { method: 'POST', headers, body }))
  }

  it('starts a job and keeps its handle in a cookie', async () => {
    const { status, headers } = await postForm({ consent: 'on', password: PASSWORD })
    expect([status, headers.get('Location')]).toEqual([303, '/'])
    const cookie = /^itr_handle=([\w.-]+); Path=\/; HttpOnly; SameSite=Lax$/
    const [, handle = ''] = cookie.exec(headers.get('Set-Cookie')!) ?? []
    expect((await poll(handle)).body).toMatchObject({ status: 'initiated' })
  })

  it('refuses a form of another site', async () => {
    const origin = { Origin: 'https://other.example', 'Sec-Fetch-Site': 'cross-site' }
    expect((await postForm({ consent: 'on', password: PASSWORD }, origin)).status).toBe(403)
    expect(upstream.requests).toEqual([])
  })

  it.each([
    ['without consent', { password: PASSWORD }, 400],
    ['that is too large', { consent: 'on', password: 'x'.repeat(5000) }, 400],
  ])('refuses a form %s', async (_, fields, expected) => {
    expect((await postForm(fields)).status).toBe(expected)
    expect(upstream.requests).toEqual([])
  })
})

describe('the recipe from consent to data', () => {
  it('ends with the data of the person who consented', async () => {
    const { status, body } = await start()
    expect(status).toBe(201)
    expect(Object.keys(body)).toEqual(['handle'])
    const handle = body.handle as string
    expect((await poll(handle)).body).toMatchObject({
      job_id: handle,
      status: 'initiated',
      pan: 'ABCDE****F',
    })
    expect((await submit(handle)).status).toBe(422)

    wait(60_000)
    expect((await poll(handle)).body).toMatchObject({ status: 'completed' })
    expect(await submit(handle)).toEqual({ status: 201, body: { accepted: true } })
    expect(consents).toEqual([{ user: 'asha', notice: '2026-04', at: expect.any(String) }])
    expect(applications).toEqual([
      { user: 'asha', amount: 500_000, name: 'SAMPLE TAXPAYER', income: 950_000 },
    ])
  })

  it('sends the password once, in one body, and leaks no secret', async () => {
    const { handle, job_id } = await complete()
    await poll(handle)
    await submit(handle)

    const carriers = upstream.requests.filter((request) => JSON.stringify(request).includes(PASSWORD))
    expect(carriers).toEqual([
      expect.objectContaining({
        path: '/api/v1/itr-analyzer/analyze',
        body: JSON.stringify({ username: PAN, password: PASSWORD }),
      }),
    ])
    expect(carriers[0]!.headers).not.toContain(PASSWORD)
    expect(JSON.stringify({ consents, applications, auditLog })).not.toContain(PASSWORD)
    expect(auditLog.length).toBeGreaterThan(0)
    for (const secret of [PASSWORD, PAN, job_id!, ...Object.values(environmentOf(upstream)).slice(0, 2)]) {
      expect(sent).not.toContain(secret)
      expect(logged).not.toContain(secret)
    }
  })
})

describe('the recipe from consent to data, start of a job', () => {
  it.each<[string, () => Response | 'hang up']>([
    ['closes the connection', () => 'hang up'],
    ['responds with 503', () => new Response('{}', { status: 503 })],
    ['responds with 429', () => new Response('{}', { status: 429, headers: { 'Retry-After': '1' } })],
    ['responds with HTML', () => new Response('<!doctype html>')],
    ['redirects', () => new Response(null, { status: 307, headers: { Location: '/api/v1/elsewhere' } })],
    ['echoes the password', () => Response.json({ error: PASSWORD }, { status: 500 })],
  ])('never sends the password twice if the ITR Analyzer %s', async (_, response) => {
    upstream.respond = response
    expect(await start()).toEqual({ status: 503, body: { error_code: 'unavailable' } })
    expect(paths()).toEqual(['/api/v1/itr-analyzer/analyze'])
    expect(sent + logged + JSON.stringify({ consents, auditLog })).not.toContain(PASSWORD)
  })

  it.each(analyzeResponses)('maps the response of /analyze: %s', async (_, response, meaning) => {
    upstream.respond = response
    expect(await start()).toEqual(
      meaning === 'rejected'
        ? { status: 422, body: { error_code: 'not_accepted' } }
        : { status: 503, body: { error_code: 'unavailable' } },
    )
  })

  const own = fromOwnPage
  it.each<[string, number, object, Record<string, string>]>([
    ['a content type with a charset', 201, {}, { ...own, 'Content-Type': 'Application/JSON ;charset=utf-8' }],
    ['the origin of the app and no Sec-Fetch-Site', 201, {}, { Origin: ORIGIN }],
    ['no session', 401, {}, { ...own, Cookie: '' }],
    ['a page of another site', 403, {}, { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' }],
    ['no header that names the page', 403, {}, {}],
    ['text', 415, {}, { ...own, 'Content-Type': 'text/plain' }],
    ['text that mentions JSON', 415, {}, { ...own, 'Content-Type': 'text/plain; application/json' }],
    ['JSONP', 415, {}, { ...own, 'Content-Type': 'application/jsonp' }],
    ['a large body', 413, { password: 'x'.repeat(5000) }, own],
    ['no consent', 400, { consent: 'yes' }, own],
    ['an empty password', 400, { password: '' }, own],
  ])('responds to a request with %s: %i', async (_, status, fields, headers) => {
    expect((await start(fields, headers)).status).toBe(status)
    expect(consents).toHaveLength(status === 201 ? 1 : 0)
    expect(upstream.requests).toHaveLength(status === 201 ? 1 : 0)
    expect(attempts.size).toBe(status === 201 ? 1 : 0)
  })

  it('takes the PAN from the records of the applicant, not from the request', async () => {
    expect((await start({ pan: 'ZZZZZ9999Z', username: 'ZZZZZ9999Z' })).status).toBe(201)
    expect(JSON.parse(upstream.requests[0]!.body)).toEqual({ username: PAN, password: PASSWORD })
    applicants.delete('asha')
    expect(await start({ pan: PAN })).toEqual({ status: 409, body: { error_code: 'no_pan' } })
    expect(paths()).toHaveLength(1)
  })

  it('sends at most three passwords a day for a user', async () => {
    upstream.respond = () => Response.json({ success: false }, { status: 400 })
    for (const status of [422, 422, 422, 429]) expect((await start()).status).toBe(status)
    expect(paths()).toHaveLength(3)
    applicants.set('ravi', { pan: 'ZZZZZ9999Z' })
    expect((await start({}, { ...own, Cookie: signIn('ravi') })).status).toBe(422)
    wait(12 * 60 * 60_000)
    // A refused press does not count.
    for (let press = 0; press < 3; press++) expect((await start()).status).toBe(429)
    wait(12 * 60 * 60_000)
    expect((await start()).status).toBe(422)
  })

  it.each(['FINPASS_API_KEY', 'FINPASS_API_SECRET', 'ITR_HANDLE_SECRETS', 'APP_ORIGIN'])(
    'throws an error that names %s if it is missing, before any upstream call',
    async (name) => {
      const value = process.env[name]
      vi.stubEnv(name, '')
      onTestFinished(() => void vi.stubEnv(name, value))
      const error = `The environment variable ${name} is not set.`
      await expect(start()).rejects.toThrow(error)
      await expect(submit('handle')).rejects.toThrow(error)
      expect(upstream.requests).toEqual([])
    },
  )

  it('throws an error about an unusable secret before it counts an attempt or sends the password', async () => {
    const value = process.env.ITR_HANDLE_SECRETS
    vi.stubEnv('ITR_HANDLE_SECRETS', 'too short')
    onTestFinished(() => void vi.stubEnv('ITR_HANDLE_SECRETS', value))
    await expect(start()).rejects.toThrow('`secrets[0]` is too short')
    expect([upstream.requests, consents, [...attempts]]).toEqual([[], [], []])
  })
})

describe('the recipe from consent to data, form', () => {
  it('denies status and data to another person and with a forged handle', async () => {
    const { handle } = await complete()
    const ravi = signIn('ravi')
    for (const [value, cookie] of [
      [handle, ravi],
      [forge(handle), asha],
      ['completed', asha],
    ] as const) {
      expect((await poll(value, cookie)).status).toBe(404)
      expect((await submit(value, cookie)).status).toBe(422)
    }
    expect((await submit(handle, '')).status).toBe(401)
    expect(applications).toEqual([])
    expect(paths()).toEqual(['/api/v1/itr-analyzer/analyze'])
  })

  it.each<[string, object, number?]>([
    ['an error', {}, 502],
    ['success: false', { success: false }, 409],
    ['another job', { success: true, data: { job_id: 'another', pan: PAN, name: 'SAMPLE TAXPAYER' } }],
    ['more than 5 MB', { success: true, data: { pan: PAN, name: 'x'.repeat(5_000_000) } }],
    ['no name', { success: true, data: { pan: PAN } }],
    ['a blank name', { success: true, data: { pan: PAN, name: ' ' } }],
    ['a name that is an object', { success: true, data: { pan: PAN, name: { first: 'SAMPLE' } } }],
    ['no PAN', { success: true, data: { name: 'SAMPLE TAXPAYER' } }],
  ])('asks to try again if /data responds with %s', async (_, body: { data?: object }, status = 200) => {
    const { handle, job_id } = await complete()
    upstream.respond = (path) =>
      path.endsWith('/data')
        ? Response.json({ ...body, data: { job_id, ...body.data } }, { status })
        : undefined
    expect(await submit(handle)).toEqual({ status: 503, body: { error_code: 'try_again' } })
    expect(applications).toEqual([])
  })

  const records = [
    { assessment_year: '2023-24', gross_total_income: 1 },
    { gross_total_income: 2 },
    { assessment_year: '2024-25', gross_total_income: 3 },
  ]
  it.each([
    ['the latest year', records, 3],
    ['no records: null', undefined, null],
  ])('saves the income of %s', async (_, itr_records, income) => {
    const { handle, job_id } = await complete()
    const data = { job_id, pan: PAN.toLowerCase(), name: 'SAMPLE TAXPAYER', itr_records }
    upstream.respond = (path) => (path.endsWith('/data') ? Response.json({ success: true, data }) : undefined)
    expect((await submit(handle)).status).toBe(201)
    expect(applications).toMatchObject([{ income }])
  })

  it("uses nothing of another person's data", async () => {
    const { handle, job_id } = await complete()
    // Without a name: the PAN is compared first.
    const data = { job_id, pan: 'ZZZZZ9999Z' }
    upstream.respond = (path) => (path.endsWith('/data') ? Response.json({ success: true, data }) : undefined)
    expect(await submit(handle)).toEqual({ status: 422, body: { error_code: 'another_person' } })
    expect(applications).toEqual([])
  })

  it('rejects an applicant without a PAN before any upstream call', async () => {
    const { handle } = await complete()
    applicants.delete('asha')
    expect(await submit(handle)).toEqual({ status: 409, body: { error_code: 'no_pan' } })
    expect(paths()).toEqual(['/api/v1/itr-analyzer/analyze'])
  })

  it('rejects a page of another site and a large body, before any upstream call', async () => {
    const form = new FormData()
    form.set('amount', '1')
    const cases: [BodyInit, Record<string, string>, number, string][] = [
      [form, { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' }, 403, 'forbidden_origin'],
      ['x'.repeat(65_537), fromOwnPage, 413, 'body_too_large'],
    ]
    for (const [body, headers, status, error_code] of cases)
      expect(await post(body, asha, headers)).toEqual({ status, body: { error_code } })
    expect(upstream.requests).toEqual([])
  })

  it.each([null, '', '0', '-1', 'half a million', 'Infinity', 'NaN'])(
    'rejects the amount %j before any upstream call',
    async (amount) => {
      const { handle } = await complete()
      const rejection = { status: 400, body: { error_code: 'invalid_request' } }
      expect(await submit(handle, asha, amount)).toEqual(rejection)
      expect(applications).toEqual([])
      expect(paths()).toEqual(['/api/v1/itr-analyzer/analyze'])
    },
  )

  it.each([null, '{"itrVerification":"x"}'])('rejects the body %j', async (body) => {
    expect(await post(body)).toEqual({ status: 400, body: { error_code: 'invalid_request' } })
  })
})

describe('readAtMost', () => {
  it('stops an endless body at its limit, and cancels it', async () => {
    let chunks = 0
    const cancel = vi.fn<() => void>()
    const body = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(1000).fill(++chunks)),
      cancel,
    })
    const { readAtMost } = await import('../../docs/recipes/checks/readAtMost.ts')
    await expect(readAtMost(4096, new Response(body))).rejects.toThrow(RangeError)
    expect(cancel).toHaveBeenCalledTimes(1)
    expect(chunks).toBeLessThan(10)
  })
})
