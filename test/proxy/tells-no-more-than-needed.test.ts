import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseItrJob } from '../../src/contract/parseItrJob.ts'
import { ask, createProxy, flat, HANDLE, JOB_ID, seen } from './asking.ts'

const fixture = (name: string) =>
  JSON.parse(readFileSync(new URL(`../fixtures/${name}.json`, import.meta.url), 'utf8')) as Record<
    string,
    unknown
  >

async function answerTo(payload: unknown, options: object = {}) {
  const { proxy } = createProxy({ upstream: () => Response.json(payload), ...options })
  return seen(await proxy(ask()))
}

const bodyOf = async (fields: Record<string, unknown>, options: object = {}) =>
  (await answerTo(flat(fields), options)).body as Record<string, unknown>

const safeHeaders = {
  'cache-control': 'no-store',
  'content-type': 'application/json',
  vary: 'Sec-Fetch-Site, Origin',
  'x-content-type-options': 'nosniff',
}

describe('a new body is built from the published answers', () => {
  it('the flat one', async () => {
    expect(await answerTo(fixture('flat-processing'))).toEqual({
      status: 200,
      headers: safeHeaders,
      body: {
        job_id: HANDLE,
        status: 'processing',
        current_step: 'download_profile',
        steps_completed: ['create_client'],
        steps_failed: [],
        failure_code: null,
        pan: null,
        created_at: '2026-04-07T11:24:14.383Z',
        updated_at: '2026-04-07T11:24:20.262Z',
        completed_at: null,
        reference: '5QZC-PYS4',
      },
    })
  })

  it('the enveloped one', async () => {
    const options = { resolveJob: () => 'itr_job_x9k2m4p7q1r8' }
    expect(await answerTo(fixture('enveloped-completed'), options)).toEqual({
      status: 200,
      headers: safeHeaders,
      body: {
        job_id: HANDLE,
        status: 'completed',
        current_step: null,
        steps_completed: [],
        steps_failed: [],
        failure_code: null,
        pan: 'ABCDE****F',
        created_at: null,
        updated_at: '2024-11-15T10:23:42.000Z',
        completed_at: null,
        reference: 'W2Q0-TT58',
      },
    })
  })

  it('and the package’s own reader reads it', async () => {
    const { body } = await answerTo(
      flat({ status: 'failed', error_message: 'Account is locked', pan: 'abcde1234f' }),
    )
    expect(parseItrJob(body)).toMatchObject({
      jobId: HANDLE,
      status: 'failed',
      failure: 'account_locked',
      errorMessage: null,
      pan: 'ABCDE****F',
      pdfReportUrl: null,
    })
  })
})

describe('every answer has the same protective headers, and no header of the upstream', () => {
  const upstream = () =>
    Response.json(flat(), {
      headers: { 'Set-Cookie': 'a=b', 'Cache-Control': 'public', 'X-Upstream': 'y', ETag: '"1"' },
    })

  it.each([
    [200, {}],
    [400, { body: '{}' }],
    [403, { headers: { 'Sec-Fetch-Site': 'cross-site' } }],
    [404, { body: { job_id: 'other' } }],
    [405, { method: 'PUT' }],
    [413, { body: 'x'.repeat(5000) }],
    [415, { headers: { 'Content-Type': 'text/plain' } }],
    [499, { signal: AbortSignal.abort() }],
  ])('%i', async (status, init) => {
    const answer = await seen(await createProxy({ upstream }).proxy(ask(init)))
    expect(answer.status).toBe(status)
    expect(answer.headers).toEqual(status === 405 ? { ...safeHeaders, allow: 'POST' } : safeHeaders)
  })

  it.each([
    [429, 429],
    [503, 502],
    [404, 502],
  ])('an upstream %i', async (status, answered) => {
    const failing = () =>
      new Response('x', { status, headers: { 'Set-Cookie': 'a=b', 'WWW-Authenticate': 'Basic' } })
    const answer = await seen(await createProxy({ upstream: failing }).proxy(ask()))
    expect(answer).toMatchObject({ status: answered, headers: safeHeaders })
    expect(Object.keys(answer.headers)).toHaveLength(4)
  })

  it('an error is a code and a sentence of ours', async () => {
    const { body } = await seen(await createProxy().proxy(ask({ method: 'PUT' })))
    expect(body).toEqual({
      error_code: 'method_not_allowed',
      message: 'Use the POST method. See itr-progress/docs/errors.md#method_not_allowed',
    })
  })
})

describe('field by field', () => {
  it.each(['initiated', 'processing', 'completed', 'failed'])('the status %s is sent', async (status) => {
    expect(await bodyOf({ status })).toMatchObject({ status })
  })

  it.each(['COMPLETED', 'queued for <b>review</b>', 'constructor', '__proto__', ' completed'])(
    'the unknown status %s is sent as processing',
    async (status) => {
      expect(await bodyOf({ status })).toMatchObject({ status: 'processing', failure_code: null })
    },
  )

  it('only ids are steps', async () => {
    const good = ['create_client', 'download-26as', 'v1.2', 'A', 'x'.repeat(64), '9']
    const bad = ['', ' ', 'a b', 'x'.repeat(65), '<b>', 'पद', 'a\n', '\na', 'a/b', 'a:b', 7, null, {}]
    const body = await bodyOf({
      steps_completed: [...bad, ...good],
      steps_failed: [...good, ...bad],
      current_step: 'create_client',
    })
    expect(body).toMatchObject({ steps_completed: good, steps_failed: good, current_step: 'create_client' })
    for (const step of bad) expect(await bodyOf({ current_step: step })).toMatchObject({ current_step: null })
  })

  it('no step holds a PAN or the raw job id', async () => {
    const bad = ['ABCDE1234F', 'profile_of_abcde1234f', JOB_ID, `report-${JOB_ID}.pdf`]
    const steps = [...bad, 'create_client']
    expect(await bodyOf({ steps_completed: steps, steps_failed: steps, current_step: bad[0] })).toMatchObject(
      {
        steps_completed: ['create_client'],
        steps_failed: ['create_client'],
        current_step: null,
      },
    )
  })

  it('a failure is a code of the closed list', async () => {
    expect(await bodyOf({ status: 'failed', error_message: 'INVALID_CREDENTIALS' })).toMatchObject({
      failure_code: 'invalid_credentials',
    })
    expect(await bodyOf({ status: 'failed', failure_code: 'account_locked' })).toMatchObject({
      failure_code: 'account_locked',
    })
    expect(
      await bodyOf({ status: 'failed', error_message: 'whatever', failure_code: 'whatever' }),
    ).toMatchObject({
      failure_code: 'unknown',
    })
    expect(await bodyOf({ status: 'failed', steps_failed: ['download profile'] })).toMatchObject({
      failure_code: 'report_failed',
      steps_failed: [],
    })
  })

  it('the reference is ours, whatever the upstream says', async () => {
    expect(await bodyOf({ reference: 'canary' })).toMatchObject({ reference: '5QZC-PYS4' })
  })
})

describe('the reference', () => {
  it('is the first 40 bits of SHA-256 of the raw job id in Crockford’s base32', async () => {
    for (const job of [
      'itr_1',
      'itr_job_x9k2m4p7q1r8',
      'ITR ☂',
      ...Array.from({ length: 40 }, (_, i) => `job-${i}`),
    ]) {
      const body = await bodyOf({ job_id: job }, { resolveJob: () => job })
      const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(job)))
      const bits = Array.from(hash.subarray(0, 5), (byte) => byte.toString(2).padStart(8, '0')).join('')
      const digits = bits
        .match(/.{5}/g)!
        .map((five) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.charAt(parseInt(five, 2)))
      expect(body.reference).toBe(`${digits.slice(0, 4).join('')}-${digits.slice(4).join('')}`)
    }
  })
})

describe('the report URL', () => {
  const pdf_report_url = 'https://reports.example/r.pdf?signature=1'

  it('stays behind, unless the host exposes it', async () => {
    expect(await bodyOf({ pdf_report_url })).not.toHaveProperty('pdf_report_url')
    expect(await bodyOf({ pdf_report_url }, { exposeReportUrl: false })).not.toHaveProperty('pdf_report_url')
    expect(await bodyOf({ pdf_report_url }, { exposeReportUrl: true })).toMatchObject({ pdf_report_url })
  })

  it.each([null, 'http://reports.example/r.pdf', 'javascript:alert(1)', 'r.pdf', 7])(
    'that is exposed is https: %s is null',
    async (url) => {
      expect(await bodyOf({ pdf_report_url: url }, { exposeReportUrl: true })).toMatchObject({
        pdf_report_url: null,
      })
    },
  )
})

it('no more than a hundred steps of a kind go out, or are kept', async () => {
  const steps = Array.from({ length: 150 }, (_, index) => `step_${index}`)
  const upstream = () => Response.json(flat({ steps_completed: steps, steps_failed: steps }))
  const { body } = await seen(await createProxy({ upstream }).proxy(ask()))
  const hundred = steps.slice(0, 100)
  expect(body).toMatchObject({ steps_completed: hundred, steps_failed: hundred })
})
