import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { applicants, applications, auditLog, consents } from '../../docs/recipes/host/records.ts'
import { signIn } from '../../docs/recipes/host/session.ts'
import { analyzeAnswers } from './analyzeAnswers.ts'
import { forged, ORIGIN, question, said } from './asking.ts'
import { environmentOf, startSimulator } from './startSimulator.ts'

const PAN = 'ABCDE1234F'
const PASSWORD = 'canary-p4ssw0rd-7d1f'

let upstream: Awaited<ReturnType<typeof startSimulator>>
let asha: string
let spoken: string
let answered: string

beforeAll(async () => {
  upstream = await startSimulator()
  for (const [name, value] of Object.entries(environmentOf(upstream))) vi.stubEnv(name, value)
})
afterAll(() => upstream.stop())
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
  asha = signIn('asha')
  applicants.set('asha', { pan: PAN })
  spoken = ''
  answered = ''
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((chunk) => {
      spoken += String(chunk)
      return true
    })
  for (const method of ['debug', 'error', 'info', 'log', 'warn'] as const)
    vi.spyOn(console, method).mockImplementation((...words: unknown[]) => {
      spoken += words.map(String).join(' ')
    })
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  upstream.answer = undefined
  for (const list of [upstream.arrivals, auditLog, consents, applications]) list.length = 0
})

const routes = async () => ({
  ...(await import('../../docs/recipes/from-consent-to-data/startVerification.ts')),
  ...(await import('../../docs/recipes/from-consent-to-data/itrStatus.ts')),
  ...(await import('../../docs/recipes/from-consent-to-data/submitApplication.ts')),
})

/** A route's answer, noted: all that a browser gets. */
async function heard(answer: Promise<Response>) {
  const response = await answer
  answered += JSON.stringify([...response.headers]) + (await response.clone().text())
  return said(response)
}

async function start(fields: object = {}, headers: Record<string, string> = {}) {
  const { startVerification } = await routes()
  return heard(
    startVerification(
      new Request(`${ORIGIN}/api/itr/start`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Cookie: asha, ...headers },
        body: JSON.stringify({ consent: true, pan: PAN, password: PASSWORD, ...fields }),
      }),
    ),
  )
}

async function ask(handle: string, cookie = asha) {
  const { itrStatus } = await routes()
  return heard(itrStatus(question(handle, cookie)))
}

async function post(body: BodyInit | null, cookie = asha) {
  const { submitApplication } = await routes()
  return heard(
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

/** A handle of a verification that is completed. */
async function verify() {
  const handle = (await start()).body.handle as string
  wait(60_000)
  return handle
}

const wait = (ms: number) => vi.setSystemTime(Date.now() + ms)

describe('the way from consent to data', () => {
  it('ends with the data of the person who consented', async () => {
    const { status, body } = await start()
    expect(status).toBe(201)
    expect(Object.keys(body)).toEqual(['handle'])
    const handle = body.handle as string
    expect((await ask(handle)).body).toMatchObject({ job_id: handle, status: 'initiated', pan: 'ABCDE****F' })
    expect((await submit(handle)).status).toBe(422)

    wait(60_000)
    expect((await ask(handle)).body).toMatchObject({ status: 'completed' })
    expect(await submit(handle)).toEqual({ status: 201, body: { accepted: true } })
    expect(consents).toEqual([{ user: 'asha', notice: '2026-04', at: expect.any(String) }])
    expect(applications).toEqual([
      { user: 'asha', amount: 500_000, name: 'SAMPLE TAXPAYER', income: 950_000 },
    ])
  })

  it('sends the password once, and it appears nowhere else, nor does what must stay behind', async () => {
    const handle = (await start()).body.handle as string
    await ask(handle)
    wait(60_000)
    await ask(handle)
    await submit(handle)

    const carriers = upstream.arrivals.filter((arrival) => JSON.stringify(arrival).includes(PASSWORD))
    expect(carriers).toEqual([
      expect.objectContaining({
        path: '/api/v1/itr-analyzer/analyze',
        body: JSON.stringify({ username: PAN, password: PASSWORD }),
      }),
    ])
    expect(carriers[0]!.headers).not.toContain(PASSWORD)
    expect(spoken + JSON.stringify({ consents, applications, auditLog })).not.toContain(PASSWORD)
    expect(auditLog.length).toBeGreaterThan(0)
    const jobId = upstream.simulator.calls.find(({ path }) => path.endsWith('/analyze'))!.jobId!
    for (const secret of [PASSWORD, PAN, jobId, ...Object.values(environmentOf(upstream)).slice(0, 2)]) {
      expect(answered).not.toContain(secret)
      expect(spoken).not.toContain(secret)
    }
  })

  it.each<[string, () => Response | 'hang up']>([
    ['hangs up', () => 'hang up'],
    ['is down', () => new Response('{}', { status: 503 })],
    ['is busy', () => new Response('{}', { status: 429, headers: { 'Retry-After': '1' } })],
    ['says nothing of a job', () => new Response('<!doctype html>')],
    ['redirects', () => new Response(null, { status: 307, headers: { Location: '/api/v1/elsewhere' } })],
    ['repeats what it was sent', () => Response.json({ error: PASSWORD }, { status: 500 })],
  ])('does not send the password again where the ITR Analyzer %s', async (_, answer) => {
    upstream.answer = answer
    expect(await start()).toEqual({ status: 503, body: { error_code: 'unavailable' } })
    expect(upstream.arrivals.map(({ path }) => path)).toEqual(['/api/v1/itr-analyzer/analyze'])
    expect(answered + spoken + JSON.stringify({ consents, auditLog })).not.toContain(PASSWORD)
  })

  it.each(analyzeAnswers)(
    'says that details were not accepted only where they were not: %s',
    async (_, answer, meaning) => {
      upstream.answer = answer
      expect(await start()).toEqual(
        meaning === 'refused'
          ? { status: 422, body: { error_code: 'not_accepted' } }
          : { status: 503, body: { error_code: 'unavailable' } },
      )
    },
  )

  it.each(['application/json; charset=utf-8', 'Application/JSON ;charset=utf-8'])(
    'begins by JSON with parameters, %s',
    async (type) => {
      expect((await start({}, { 'Content-Type': type })).status).toBe(201)
    },
  )

  it('begins nothing without a session, consent, a PAN and a password, or from a form of another site', async () => {
    expect((await start({}, { Cookie: '' })).status).toBe(401)
    for (const type of ['text/plain', 'text/plain; application/json', 'application/jsonp'])
      expect((await start({}, { 'Content-Type': type })).status).toBe(415)
    expect((await start({ consent: 'yes' })).status).toBe(400)
    expect((await start({ pan: 'ABCDE12345' })).status).toBe(400)
    expect((await start({ password: '' })).status).toBe(400)
    expect(upstream.arrivals).toEqual([])
    expect(consents).toEqual([])
  })

  it('denies another person, and a forged handle, the status and the data', async () => {
    const handle = (await start()).body.handle as string
    wait(60_000)
    const ravi = signIn('ravi')
    for (const [said, cookie] of [
      [handle, ravi],
      [forged(handle), asha],
      ['completed', asha],
    ] as const) {
      expect((await ask(said, cookie)).status).toBe(404)
      expect((await submit(said, cookie)).status).toBe(422)
    }
    expect((await submit(handle, '')).status).toBe(401)
    expect(applications).toEqual([])
    expect(upstream.arrivals.map(({ path }) => path)).toEqual(['/api/v1/itr-analyzer/analyze'])
  })

  const jobIdOf = async (handle: string) => {
    const { resolveJob } = await routes()
    return resolveJob(handle, question(handle, asha))
  }

  it.each<[string, object, number?]>([
    ['an error', {}, 502],
    ['a refusal', { success: false }, 409],
    ['another job', { success: true, data: { job_id: 'another', pan: PAN, name: 'SAMPLE TAXPAYER' } }],
    ['no name', { success: true, data: { pan: PAN } }],
    ['a blank name', { success: true, data: { pan: PAN, name: ' ' } }],
    ['a name that is no text', { success: true, data: { pan: PAN, name: { first: 'SAMPLE' } } }],
    ['no PAN', { success: true, data: { name: 'SAMPLE TAXPAYER' } }],
  ])(
    'takes data that cannot be used for no verdict: %s',
    async (_, answer: { data?: object }, status = 200) => {
      const handle = await verify()
      const job_id = await jobIdOf(handle)
      upstream.answer = (path) =>
        path.endsWith('/data')
          ? Response.json({ ...answer, data: { job_id, ...answer.data } }, { status })
          : undefined
      expect(await submit(handle)).toEqual({ status: 503, body: { error_code: 'try_again' } })
      expect(applications).toEqual([])
    },
  )

  it('takes the income of the latest year, and none for a year that is not said', async () => {
    const handle = await verify()
    const job_id = await jobIdOf(handle)
    let itr_records: object[] | undefined = [
      { assessment_year: '2023-24', gross_total_income: 1 },
      { gross_total_income: 2 },
      { assessment_year: '2024-25', gross_total_income: 3 },
    ]
    upstream.answer = (path) =>
      path.endsWith('/data')
        ? Response.json({
            success: true,
            data: { job_id, pan: PAN.toLowerCase(), name: 'SAMPLE TAXPAYER', itr_records },
          })
        : undefined
    expect((await submit(handle)).status).toBe(201)
    itr_records = undefined
    expect((await submit(handle)).status).toBe(201)
    expect(applications.map(({ income }) => income)).toEqual([3, null])
  })

  it.each([
    ['another PAN', { pan: 'ZZZZZ9999Z' }],
    ['no PAN', undefined],
  ])('accepts nobody else’s returns: with %s of this applicant', async (_, applicant) => {
    const handle = await verify()
    applicants.delete('asha')
    if (applicant) applicants.set('asha', applicant)
    expect(await submit(handle)).toEqual({ status: 422, body: { error_code: 'another_person' } })
    expect(applications).toEqual([])
  })

  it.each([null, '', '0', '-1', 'half a million', 'Infinity', 'NaN'])(
    'refuses a form whose amount is no number above 0: %s',
    async (amount) => {
      const handle = await verify()
      expect(await submit(handle, asha, amount)).toEqual({
        status: 400,
        body: { error_code: 'invalid_request' },
      })
      expect(applications).toEqual([])
      expect(upstream.arrivals.map(({ path }) => path)).toEqual(['/api/v1/itr-analyzer/analyze'])
    },
  )

  it.each([['nothing', null] as const, ['JSON', '{"itrVerification":"x"}'] as const])(
    'refuses %s in place of a form',
    async (_, body) => {
      expect(await post(body)).toEqual({ status: 400, body: { error_code: 'invalid_request' } })
    },
  )
})
