import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
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
afterAll(() => upstream.stop())
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
  asha = signIn('asha')
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
  ...(await import('../../docs/recipes/from-consent-to-data/startVerification.ts')),
  ...(await import('../../docs/recipes/from-consent-to-data/itrStatus.ts')),
  ...(await import('../../docs/recipes/from-consent-to-data/submitApplication.ts')),
})

async function record(pending: Promise<Response>) {
  const response = await pending
  sent += JSON.stringify([...response.headers]) + (await response.clone().text())
  return readJson(response)
}

async function start(fields: object = {}, headers: Record<string, string> = {}) {
  const { startVerification } = await routes()
  return record(
    startVerification(
      new Request(`${ORIGIN}/api/itr/start`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Cookie: asha, ...headers },
        body: JSON.stringify({ consent: true, pan: PAN, password: PASSWORD, ...fields }),
      }),
    ),
  )
}

async function poll(handle: string, cookie = asha) {
  const { itrStatus } = await routes()
  return record(itrStatus(createPoll(handle, cookie)))
}

async function post(body: BodyInit | null, cookie = asha) {
  const { submitApplication } = await routes()
  return record(
    submitApplication(
      new Request(`${ORIGIN}/api/applications`, { method: 'POST', headers: { Cookie: cookie }, body }),
    ),
  )
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

describe('starting a job', () => {
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

  it.each(analyzeResponses)('if /analyze responds with %s', async (_, response, meaning) => {
    upstream.respond = response
    expect(await start()).toEqual(
      meaning === 'rejected'
        ? { status: 422, body: { error_code: 'not_accepted' } }
        : { status: 503, body: { error_code: 'unavailable' } },
    )
  })

  it.each<[string, number, object, Record<string, string>]>([
    ['a content type with a charset', 201, {}, { 'Content-Type': 'Application/JSON ;charset=utf-8' }],
    ['no session', 401, {}, { Cookie: '' }],
    ['text', 415, {}, { 'Content-Type': 'text/plain' }],
    ['text that mentions JSON', 415, {}, { 'Content-Type': 'text/plain; application/json' }],
    ['JSONP', 415, {}, { 'Content-Type': 'application/jsonp' }],
    ['no consent', 400, { consent: 'yes' }, {}],
    ['a malformed PAN', 400, { pan: 'ABCDE12345' }, {}],
    ['an empty password', 400, { password: '' }, {}],
  ])('with %s: %i', async (_, status, fields, headers) => {
    expect((await start(fields, headers)).status).toBe(status)
    expect(consents).toHaveLength(status === 201 ? 1 : 0)
    expect(upstream.requests).toHaveLength(status === 201 ? 1 : 0)
  })
})

describe('submitting the form', () => {
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

  it.each([
    ['another PAN', { pan: 'ZZZZZ9999Z' }],
    ['no PAN', undefined],
  ])("rejects another person's returns if the applicant has %s", async (_, applicant) => {
    const { handle } = await complete()
    applicants.delete('asha')
    if (applicant) applicants.set('asha', applicant)
    expect(await submit(handle)).toEqual({ status: 422, body: { error_code: 'another_person' } })
    expect(applications).toEqual([])
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
