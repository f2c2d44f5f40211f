import { describe, expect, it } from 'vitest'
import completed from '../fixtures/enveloped-completed.json' with { type: 'json' }
import processing from '../fixtures/flat-processing.json' with { type: 'json' }
import {
  createProxy,
  createRequest,
  flatJob,
  HANDLE,
  JOB_ID,
  KEY,
  readResponse,
  RESPONSE_HEADERS,
  SECRET,
  UPSTREAM_HEADERS,
} from './createProxy.ts'

/** The response to an allowed page of another origin. */
async function responseFor(payload: unknown, options: object = {}) {
  const origin = 'https://shop.example.org'
  const upstream = () => Response.json(payload, { headers: UPSTREAM_HEADERS })
  const { proxy } = createProxy({ upstream, allowedOrigins: [origin], ...options })
  return readResponse(
    await proxy(createRequest({ headers: { 'Sec-Fetch-Site': 'cross-site', Origin: origin } })),
  )
}

const bodyFor = async (fields: Record<string, unknown>, options: object = {}) =>
  (await responseFor(flatJob(fields), options)).body

describe('status response', () => {
  it.each([
    [
      'flat',
      processing,
      processing.job_id,
      {
        status: 'processing',
        current_step: 'download_profile',
        steps_completed: ['create_client'],
        pan: null,
        created_at: '2026-04-07T11:24:14.383Z',
        updated_at: '2026-04-07T11:24:20.262Z',
        reference: '5QZC-PYS4',
      },
    ],
    [
      'enveloped',
      completed,
      'itr_job_x9k2m4p7q1r8',
      {
        status: 'completed',
        current_step: null,
        steps_completed: [],
        pan: 'ABCDE****F',
        created_at: null,
        updated_at: '2024-11-15T10:23:42.000Z',
        reference: 'W2Q0-TT58',
      },
    ],
  ])('is built from the published %s response', async (_, payload, id, fields) => {
    const nulls = { steps_failed: [], failure_code: null, completed_at: null }
    expect(await responseFor(payload, { resolveJob: () => id })).toEqual({
      status: 200,
      headers: RESPONSE_HEADERS,
      body: { job_id: HANDLE, ...nulls, ...fields },
    })
  })

  it.each([
    ...['initiated', 'processing', 'completed', 'failed'].map((status) => [status, status]),
    ...['COMPLETED', ' completed'].map((status) => [status, 'completed']),
    ...['queued for <b>review</b>', 'constructor', '__proto__'].map((status) => [status, 'processing']),
  ])('sends the status "%s" as %s', async (status, sent) => {
    expect(await bodyFor({ status })).toMatchObject({ status: sent })
  })

  it('sends only step ids, without a PAN, the raw job id, a key or a secret', async () => {
    const good = ['create_client', 'download-26as', 'v1.2', 'A', 'x'.repeat(64), '9']
    const malformed = ['', ' ', 'a b', 'x'.repeat(65), '<b>', 'पद', 'a\n', '\na', 'a/b', 'a:b', 7, null, {}]
    const pans = ['ABCDE1234F', 'profile_of_abcde1234f', 'ABCDE_1234_F', 'abc-de12.34f']
    const identifying = [...pans, JOB_ID, `report-${JOB_ID}.pdf`]
    const secret = [KEY, SECRET, `auth_${KEY}`, `x.${SECRET.toUpperCase()}`]
    const bad = [...malformed, ...identifying, ...secret]
    const steps = { steps_completed: [...bad, ...good], steps_failed: [...good, ...bad] }
    expect(await bodyFor({ ...steps, current_step: 'create_client' })).toMatchObject({
      steps_completed: good,
      steps_failed: good,
      current_step: 'create_client',
    })
    for (const step of bad)
      expect(await bodyFor({ current_step: step })).toMatchObject({ current_step: null })
  })

  it('drops step ids that contain a key or a secret of 8 characters or more', async () => {
    const keys = { apiKey: 'download', apiSecret: 'profile' }
    const steps_completed = ['download_itr', 'read_profile', 'create_client']
    expect(await bodyFor({ steps_completed }, keys)).toMatchObject({
      steps_completed: ['read_profile', 'create_client'],
    })
  })

  it('drops step ids that contain the doc_id of a flat or an enveloped response, and no other similar id', async () => {
    const steps_completed = ['report_q7doc', 'x1234y', 'create_client']
    const sent = { steps_completed: ['x1234y', 'create_client'] }
    const job = flatJob({ doc_id: 'q7doc', steps_completed })
    expect((await responseFor(job)).body).toMatchObject(sent)
    expect((await responseFor({ success: true, data: job })).body).toMatchObject(sent)
    expect(await bodyFor({ doc_id: 7, steps_completed: ['step_7'] })).toMatchObject({
      steps_completed: ['step_7'],
    })
  })

  it('sends step ids if the raw job id and the doc_id consist of separators', async () => {
    const job = { job_id: '-', doc_id: '_', steps_completed: ['create_client'] }
    const { steps_completed } = await bodyFor(job, { resolveJob: () => '-' })
    expect(steps_completed).toEqual(['create_client'])
  })

  it('sends at most a hundred steps of a kind', async () => {
    const steps = Array.from({ length: 150 }, (_, index) => `step_${index}`)
    const hundred = steps.slice(0, 100)
    expect(await bodyFor({ steps_completed: steps, steps_failed: steps })).toMatchObject({
      steps_completed: hundred,
      steps_failed: hundred,
    })
  })

  it.each([
    [{ error_message: 'INVALID_CREDENTIALS' }, 'invalid_credentials'],
    [{ failure_code: 'account_locked' }, 'account_locked'],
    [{ error_message: 'whatever', failure_code: 'whatever' }, 'unknown'],
    // A step that is not sent still counts.
    [{ steps_failed: ['download profile'] }, 'report_failed'],
  ])('classifies the failure %j as %s', async (fields, failure_code) => {
    expect(await bodyFor({ status: 'failed', ...fields })).toMatchObject({ failure_code })
  })

  // The first 40 bits of the SHA-256 of the raw job id, in Crockford's base32.
  it.each([
    ['job-0', 'XHKV-5B68'],
    ['job-177', '0002-9MJ3'],
    ['ITR ☂', 'ND12-23J4'],
  ])('sends for the job %s the reference %s', async (id, reference) => {
    const job = { job_id: id, reference: 'canary' }
    expect(await bodyFor(job, { resolveJob: () => id })).toMatchObject({ reference })
  })

  it('sends a report URL of at most 4,096 characters', async () => {
    const longest = `https://reports.example/${'x'.repeat(4072)}`
    for (const [pdf_report_url, sent] of [
      [longest, longest],
      [`${longest}x`, null],
      [longest + 'x'.repeat(200_000), null],
    ])
      expect((await bodyFor({ pdf_report_url }, { exposeReportUrl: true })).pdf_report_url).toBe(sent)
  })

  it('sends the report URL only with exposeReportUrl, and only an https URL', async () => {
    const pdf_report_url = 'https://reports.example/r.pdf?signature=1'
    const exposed = { exposeReportUrl: true }
    expect(await bodyFor({ pdf_report_url })).not.toHaveProperty('pdf_report_url')
    expect(await bodyFor({ pdf_report_url }, { exposeReportUrl: false })).not.toHaveProperty('pdf_report_url')
    expect(await bodyFor({ pdf_report_url }, exposed)).toMatchObject({ pdf_report_url })
    for (const url of [null, 'http://reports.example/r.pdf', 'javascript:alert(1)', 'r.pdf', 7])
      expect(await bodyFor({ pdf_report_url: url }, exposed)).toMatchObject({ pdf_report_url: null })
  })
})
