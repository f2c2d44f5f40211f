import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ItrStatusError } from '../../src/contract/ItrStatusError.ts'
import { parseItrJob } from '../../src/contract/parseItrJob.ts'

beforeEach(() => void vi.spyOn(console, 'warn').mockReturnValue())
afterEach(() => void vi.restoreAllMocks())

const fixture = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../fixtures/${name}.json`, import.meta.url), 'utf8'))

const minimal = { job_id: 'itr_1', status: 'processing' }
const parse = (fields: object) => parseItrJob({ ...minimal, ...fields })

const empty = {
  currentStep: null,
  stepsCompleted: [],
  stepsFailed: [],
  failure: null,
  errorMessage: null,
  pan: null,
  createdAt: null,
  updatedAt: null,
  completedAt: null,
  pdfReportUrl: null,
  reference: null,
}

const minimalJob = { ...empty, jobId: 'itr_1', status: 'processing', reportedStatus: 'processing' }

function getError(payload: unknown) {
  try {
    return parseItrJob(payload)
  } catch (error) {
    expect(error).toBeInstanceOf(ItrStatusError)
    return error as ItrStatusError
  }
}

describe('parseItrJob: published examples', () => {
  it('parses the flat example', () => {
    expect(parseItrJob(fixture('flat-processing'))).toEqual({
      ...empty,
      jobId: 'itr_f2aecbf3-4b37-4d76-b779-7f314a15b22d',
      status: 'processing',
      reportedStatus: 'processing',
      currentStep: 'download_profile',
      stepsCompleted: ['create_client'],
      createdAt: '2026-04-07T11:24:14.383Z',
      updatedAt: '2026-04-07T11:24:20.262Z',
    })
  })

  it('parses the enveloped example', () => {
    expect(parseItrJob(fixture('enveloped-completed'))).toEqual({
      ...empty,
      jobId: 'itr_job_x9k2m4p7q1r8',
      status: 'completed',
      reportedStatus: 'completed',
      pan: 'ABCDE****F',
      updatedAt: '2024-11-15T10:23:42.000Z',
    })
  })

  it('parses the response of /analyze, in which the PAN is already masked', () => {
    expect(parseItrJob(fixture('analyze-accepted'))).toMatchObject({
      jobId: 'itr_job_x9y8z7w6v5u4',
      status: 'initiated',
      pan: 'ABCDE****F',
    })
  })

  it('rejects the unsuccessful example', () => {
    expect(getError(fixture('enveloped-rejected'))).toMatchObject({ code: 'unsuccessful', kind: 'doubtful' })
  })
})

describe('parseItrJob: shapes', () => {
  it('parses the flat fields in an envelope, with or without `success`', () => {
    const flat = fixture('flat-processing')
    expect(parseItrJob({ success: true, message: 'ok', data: flat })).toEqual(parseItrJob(flat))
    expect(parseItrJob({ data: flat })).toEqual(parseItrJob(flat))
  })

  it.each([null, 'x', 7, [], {}, { job_id: 'other' }, [minimal]])(
    'ignores a field `data` of a flat response: %j',
    (data) => {
      expect(parse({ data })).toEqual(minimalJob)
    },
  )

  it('prefers the fields in the envelope', () => {
    const data = { ...minimal, status: 'completed' }
    expect(parseItrJob({ job_id: 'x', status: 'failed', data })).toMatchObject({
      jobId: 'itr_1',
      status: 'completed',
    })
  })

  it('requires no fields except job_id and status, and ignores unknown ones', () => {
    expect(parseItrJob(minimal)).toEqual(minimalJob)
    expect(parse({ eta: 3, nested: { status: 'failed' }, success: null })).toEqual(minimalJob)
  })

  it.each([
    undefined,
    null,
    true,
    7,
    'completed',
    '{"job_id":"itr_1","status":"completed"}',
    [],
    [minimal],
    {},
    { data: null },
    { data: {} },
    { data: [minimal] },
    { data: 'itr_1' },
    { job_id: 'itr_1' },
    { status: 'completed' },
    { ...minimal, job_id: '' },
    { ...minimal, job_id: 7 },
    { ...minimal, job_id: null },
    { ...minimal, status: '' },
    { ...minimal, status: null },
    { ...minimal, status: ['completed'] },
    { success: true, data: { status: 'completed' } },
  ])('rejects what is not a job status: %j', (payload) => {
    expect(getError(payload)).toMatchObject({ code: 'invalid_response', kind: 'doubtful' })
  })

  it('rejects every response with `success: false`', () => {
    expect(getError({ ...minimal, success: false })).toMatchObject({ code: 'unsuccessful' })
    expect(getError({ success: false, data: minimal })).toMatchObject({ code: 'unsuccessful' })
  })

  it.each([
    { success: false, message: 'canary ABCDE1234F', error_code: 'canary' },
    { success: true, message: 'canary', data: { job_id: 'canary', status: 7, pan: 'ABCDE1234F' } },
    ['canary'],
  ])('puts no part of the response into its error: %j', (payload) => {
    const { message, stack, ...properties } = getError(payload) as ItrStatusError
    expect(JSON.stringify({ message, stack, ...properties })).not.toMatch(/canary|ABCDE/)
  })

  it('parses a hostile response of 256 KB in no time', () => {
    const list = Array.from({ length: 131_000 }, () => 1)
    const before = performance.now()
    parse({ steps_completed: list, steps_failed: list, pan: list })
    getError(list)
    expect(performance.now() - before).toBeLessThan(500)
  })
})

describe('parseItrJob: status', () => {
  it.each([
    ['initiated', 'initiated'],
    ['Processing', 'processing'],
    ['COMPLETED ', 'completed'],
    ['\nfailed', 'failed'],
    ['queued', 'processing'],
    ['not completed', 'processing'],
    ['toString', 'processing'],
    ['__proto__', 'processing'],
  ])('reads %j as %s, and keeps it as reported', (reported, status) => {
    expect(parse({ status: reported })).toMatchObject({ status, reportedStatus: reported })
  })

  it('warns once in development of each status that is not published', () => {
    for (const status of ['paused', 'paused', 'archived ABCDE1234F', 'failed']) parse({ status })
    expect(vi.mocked(console.warn).mock.calls).toEqual([
      [expect.stringMatching(/^itr-progress: `status` is "paused"\. Expected initiated, /)],
      [expect.stringMatching(/^itr-progress: `status` is unknown\. /)],
    ])
  })
})

describe('parseItrJob: optional fields', () => {
  it.each(['', ' ', '\n', null, undefined, 7, true, [], {}, ['x']])('reads %j as missing', (none) => {
    const fields = {
      current_step: none,
      error_message: none,
      failure_code: none,
      pan: none,
      created_at: none,
      updated_at: none,
      completed_at: none,
      pdf_report_url: none,
      reference: none,
    }
    expect(parse(fields)).toEqual(minimalJob)
  })

  it.each([
    [
      ['b', 7, 'a', null, '', ' ', 'b', ['c'], {}, 'a', 'c'],
      ['b', 'a', 'c'],
    ],
    [null, []],
    ['create_client', []],
    [{ 0: 'create_client', length: 1 }, []],
  ])('reads the steps %j as %j', (list, steps) => {
    expect(parse({ steps_completed: list })).toMatchObject({ stepsCompleted: steps, stepsFailed: [] })
    expect(parse({ steps_failed: list })).toMatchObject({ stepsCompleted: [], stepsFailed: steps })
  })

  it('reads the times in UTC', () => {
    expect(
      parse({ created_at: '2026-04-07T11:24:14', updated_at: '2026-04-07 11:25', completed_at: 'soon' }),
    ).toMatchObject({
      createdAt: '2026-04-07T11:24:14.000Z',
      updatedAt: '2026-04-07T11:25:00.000Z',
      completedAt: null,
    })
  })

  it.each([
    ['ABCDE1234F', 'ABCDE****F'],
    [' abcde1234f\n', 'ABCDE****F'],
    ['ABCDE****F', 'ABCDE****F'],
    ['abcde****f', 'ABCDE****F'],
    ['ABCDE1234', null],
    ['ABCDE1234FG', null],
    ['XABCDE1234F', null],
    ['ABCDE***F', null],
    ['1234567890', null],
    ['ABCDE1234F ABCDE1234F', null],
  ])('reads the PAN %j as %j', (pan, masked) => {
    expect(parse({ pan })).toMatchObject({ pan: masked })
  })

  it.each([
    ['PAN: ABCDE1234F.', 'PAN: ABCDE****F.'],
    ['abcde1234f, QWERT9876Z', 'abcde****f, QWERT****Z'],
    ['idABCDE1234Fx', 'idABCDE****Fx'],
    // Two PANs that share a letter.
    ['AAAAA1111ABCDE2222F', 'AAAAA****ABCDE****F'],
    ['ABCDE****F', 'ABCDE****F'],
    ['ABCD1234F', 'ABCD1234F'],
    ['ABCDE123F', 'ABCDE123F'],
    ['ABCDE12345', 'ABCDE12345'],
    ['ABCDE 1234 F', 'ABCDE 1234 F'],
  ])('masks the PANs of %j in every text', (text, masked) => {
    const fields = {
      status: text,
      current_step: text,
      steps_completed: [text],
      steps_failed: [text],
      error_message: text,
      reference: text,
    }
    expect(parse(fields)).toEqual({
      ...minimalJob,
      reportedStatus: masked,
      currentStep: masked,
      stepsCompleted: [masked],
      stepsFailed: [masked],
      errorMessage: masked,
      reference: masked,
    })
  })

  it('keeps a PAN in the job id and in the report URL, which must stay usable', () => {
    const url = 'https://reports.example/ABCDE1234F.pdf'
    expect(parse({ job_id: 'ABCDE1234F', pdf_report_url: url })).toMatchObject({
      jobId: 'ABCDE1234F',
      pdfReportUrl: url,
    })
  })

  it.each([
    ['https://reports.example/r.pdf?sig=1', 'https://reports.example/r.pdf?sig=1'],
    ['HTTPS://reports.example/r.pdf', 'HTTPS://reports.example/r.pdf'],
    ['http://reports.example/r.pdf', null],
    ['https:///r.pdf', null],
    ['javascript:alert(1)', null],
    ['javascript:alert(1)//https://reports.example/r.pdf', null],
    ['https://reports.example/r.pdf onclick', null],
    ['//reports.example/r.pdf', null],
    ['r.pdf', null],
  ])('reads the report URL %s as %s', (url, parsed) => {
    expect(parse({ pdf_report_url: url })).toMatchObject({ pdfReportUrl: parsed })
  })

  it.each([
    ['7F3K-9Q2M', '7F3K-9Q2M'],
    ['x'.repeat(64), 'x'.repeat(64)],
    ['x'.repeat(65), null],
  ])('reads the reference %s as %s', (sent, reference) => {
    expect(parse({ reference: sent })).toMatchObject({ reference })
  })
})

describe('parseItrJob: failure', () => {
  it.each([
    [{ error_message: 'Account locked', steps_failed: ['download_profile'] }, 'account_locked'],
    [{ error_message: 'Something', steps_failed: ['download_profile'] }, 'report_failed'],
    [{}, 'unknown'],
    [{ failure_code: 'no_itr_found', error_message: 'Account locked' }, 'no_itr_found'],
    [{ failure_code: 'unknown', error_message: 'Account locked' }, 'unknown'],
    [{ failure_code: 'NO_ITR_FOUND', error_message: 'Account locked' }, 'account_locked'],
    [{ failure_code: 'toString' }, 'unknown'],
  ])('reads %j as %s', (fields, failure) => {
    expect(parse({ status: 'failed', ...fields })).toMatchObject({ failure })
  })

  it.each(['initiated', 'processing', 'completed', 'queued'])('is null if the status is %s', (status) => {
    const fields = { failure_code: 'account_locked', error_message: 'locked', steps_failed: ['otp'] }
    expect(parse({ status, ...fields })).toMatchObject({
      failure: null,
      errorMessage: 'locked',
      stepsFailed: ['otp'],
    })
  })
})
