import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ItrStatusError } from '../../src/contract/ItrStatusError.ts'
import { parseItrJob } from '../../src/contract/parseItrJob.ts'

const fixture = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../fixtures/${name}.json`, import.meta.url), 'utf8'))

const job = { job_id: 'itr_1', status: 'processing' }
const parse = (fields: Record<string, unknown>) => parseItrJob({ ...job, ...fields })

const nothing = {
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

function errorOf(payload: unknown) {
  try {
    return parseItrJob(payload)
  } catch (error) {
    expect(error).toBeInstanceOf(ItrStatusError)
    return error as ItrStatusError
  }
}

describe("the vendor's own examples", () => {
  it('flat, processing', () => {
    expect(parseItrJob(fixture('flat-processing'))).toEqual({
      ...nothing,
      jobId: 'itr_f2aecbf3-4b37-4d76-b779-7f314a15b22d',
      status: 'processing',
      reportedStatus: 'processing',
      currentStep: 'download_profile',
      stepsCompleted: ['create_client'],
      createdAt: '2026-04-07T11:24:14.383Z',
      updatedAt: '2026-04-07T11:24:20.262Z',
    })
  })

  it('enveloped, completed', () => {
    expect(parseItrJob(fixture('enveloped-completed'))).toEqual({
      ...nothing,
      jobId: 'itr_job_x9k2m4p7q1r8',
      status: 'completed',
      reportedStatus: 'completed',
      pan: 'ABCDE****F',
      updatedAt: '2024-11-15T10:23:42.000Z',
    })
  })

  it('the answer of /analyze, whose PAN is masked already', () => {
    expect(parseItrJob(fixture('analyze-accepted'))).toEqual({
      ...nothing,
      jobId: 'itr_job_x9y8z7w6v5u4',
      status: 'initiated',
      reportedStatus: 'initiated',
      pan: 'ABCDE****F',
      createdAt: '2024-11-15T10:22:00.000Z',
    })
  })

  it('a refusal', () => {
    expect(errorOf(fixture('enveloped-rejected'))).toMatchObject({
      code: 'unsuccessful',
      kind: 'doubtful',
      status: null,
    })
  })
})

describe('the shapes', () => {
  it('the flat fields may be in an envelope', () => {
    const flat = fixture('flat-processing')
    expect(parseItrJob({ success: true, message: 'ok', data: flat })).toEqual(parseItrJob(flat))
    expect(parseItrJob({ data: flat })).toEqual(parseItrJob(flat))
  })

  it.each([null, 'x', 7, [], {}, { job_id: 'other' }, [job]])(
    'a flat answer may have a data field of its own: %j',
    (data) => {
      expect(parse({ data })).toMatchObject({ jobId: 'itr_1', status: 'processing' })
    },
  )

  it('an envelope may have a job_id or a status of its own', () => {
    expect(parseItrJob({ status: 'ok', job_id: 'x', data: { ...job, status: 'completed' } })).toMatchObject({
      jobId: 'itr_1',
      status: 'completed',
    })
  })

  it('job_id and status are all that must be there', () => {
    expect(parseItrJob(job)).toEqual({
      ...nothing,
      jobId: 'itr_1',
      status: 'processing',
      reportedStatus: 'processing',
    })
  })

  it('unknown fields do not matter', () => {
    expect(parse({ eta: 3, nested: { status: 'failed' }, success: 'maybe' })).toEqual(parseItrJob(job))
  })
})

describe('what is no job status', () => {
  it.each([
    undefined,
    null,
    true,
    7,
    'completed',
    '{"job_id":"itr_1","status":"completed"}',
    [],
    [job],
    {},
    { data: null },
    { data: {} },
    { data: [job] },
    { data: job.job_id },
    { job_id: 'itr_1' },
    { status: 'completed' },
    { ...job, job_id: '' },
    { ...job, job_id: 7 },
    { ...job, job_id: null },
    { ...job, status: '' },
    { ...job, status: null },
    { ...job, status: 7 },
    { ...job, status: ['completed'] },
    { success: true, data: { status: 'completed' } },
  ])('%j', (payload) => {
    expect(errorOf(payload)).toMatchObject({
      code: 'invalid_response',
      kind: 'doubtful',
      status: null,
      retryAfter: null,
    })
  })

  it('a refusal wins over whatever else the answer says', () => {
    expect(errorOf({ ...job, success: false })).toMatchObject({ code: 'unsuccessful' })
    expect(errorOf({ success: false, data: job })).toMatchObject({ code: 'unsuccessful' })
  })
})

describe('field by field', () => {
  it.each(['initiated', 'processing', 'completed', 'failed'])('the status %s is known', (status) => {
    expect(parse({ status })).toMatchObject({ status, reportedStatus: status })
  })

  it.each(['queued', 'Completed', ' failed', 'toString', '__proto__'])(
    'the status %s counts as processing, and keeps its words',
    (status) => {
      expect(parse({ status })).toMatchObject({ status: 'processing', reportedStatus: status })
    },
  )

  it.each(['', ' ', '\n', null, undefined, 7, true, [], {}, ['x']])('%j is none, in every field', (none) => {
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
    expect(parse(fields)).toEqual(parseItrJob(job))
  })

  it.each([null, undefined, 'create_client', 7, {}])('%j is no list of steps', (list) => {
    expect(parse({ steps_completed: list, steps_failed: list })).toMatchObject({
      stepsCompleted: [],
      stepsFailed: [],
    })
  })

  it('steps are strings, each once, in their order', () => {
    const list = ['b', 7, 'a', null, '', 'b', ['c'], 'a', 'c']
    expect(parse({ steps_completed: list, steps_failed: list })).toMatchObject({
      stepsCompleted: ['b', 'a', 'c'],
      stepsFailed: ['b', 'a', 'c'],
    })
  })

  it.each([
    ['ABCDE1234F', 'ABCDE****F'],
    ['abcde1234f', 'ABCDE****F'],
    [' ABCDE1234F\n', 'ABCDE****F'],
    ['ABCDE****F', 'ABCDE****F'],
    ['abcde****f', 'ABCDE****F'],
    ['ABCDE1234', null],
    ['ABCDE1234FG', null],
    ['XABCDE1234F', null],
    ['ABCDE***F', null],
    ['********', null],
    ['1234567890', null],
    ['ABCDE1234F ABCDE1234F', null],
  ])('the PAN %j is %j', (pan, masked) => {
    expect(parse({ pan })).toMatchObject({ pan: masked })
  })

  it('a PAN in the message is masked', () => {
    expect(parse({ error_message: 'PAN abcde1234f and QWERT9876Z are odd' })).toMatchObject({
      errorMessage: 'PAN abcde****f and QWERT****Z are odd',
    })
  })

  it.each([
    ['https://reports.example/r.pdf?sig=1', 'https://reports.example/r.pdf?sig=1'],
    ['http://reports.example/r.pdf', null],
    ['javascript:alert(1)', null],
    ['javascript:alert(1)//https://reports.example/r.pdf', null],
    ['https://reports.example/r.pdf onclick', null],
    ['//reports.example/r.pdf', null],
    ['r.pdf', null],
  ])('the report URL %s is %s', (url, read) => {
    expect(parse({ pdf_report_url: url })).toMatchObject({ pdfReportUrl: read })
  })

  it('the reference is as our proxy gave it', () => {
    expect(parse({ reference: '7F3K-9Q2M' })).toMatchObject({ reference: '7F3K-9Q2M' })
  })
})

describe('the failure', () => {
  const failed = (fields: Record<string, unknown>) => parse({ status: 'failed', ...fields }).failure

  it('is read from the message, then from the steps', () => {
    expect(failed({ error_message: 'Account locked', steps_failed: ['download_profile'] })).toBe(
      'account_locked',
    )
    expect(failed({ error_message: 'Something', steps_failed: ['download_profile'] })).toBe('report_failed')
    expect(failed({})).toBe('unknown')
  })

  it('is the failure_code of our proxy, where that is one of the list', () => {
    expect(failed({ failure_code: 'no_itr_found', error_message: 'Account locked' })).toBe('no_itr_found')
    expect(failed({ failure_code: 'unknown', error_message: 'Account locked' })).toBe('unknown')
    expect(failed({ failure_code: 'NO_ITR_FOUND', error_message: 'Account locked' })).toBe('account_locked')
    expect(failed({ failure_code: 'toString' })).toBe('unknown')
  })

  it.each(['initiated', 'processing', 'completed', 'queued'])(
    'is null in %s, whatever else is said',
    (status) => {
      const fields = {
        status,
        failure_code: 'account_locked',
        error_message: 'locked',
        steps_failed: ['otp'],
      }
      expect(parse(fields)).toMatchObject({ failure: null, errorMessage: 'locked', stepsFailed: ['otp'] })
    },
  )
})
