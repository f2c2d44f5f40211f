import { describe, expect, expectTypeOf, it } from 'vitest'
import { itrFailureCodes } from '../../src/contract/classifyItrFailure.ts'
import { ItrStatusError } from '../../src/contract/ItrStatusError.ts'
import { parseItrJob } from '../../src/contract/parseItrJob.ts'
import type { ItrJobStatusResult, ItrPhase } from '../../src/polling/ItrJobStatusResult.ts'
import { itrResult } from '../../src/testing/itrResult.ts'
import { toFlat } from '../contract/toFlat.ts'

const allowed: Record<ItrPhase, { isLive: boolean; job: boolean; error: 'none' | 'any' | 'always' }> = {
  idle: { isLive: false, job: false, error: 'none' },
  connecting: { isLive: true, job: false, error: 'any' },
  initiated: { isLive: true, job: true, error: 'any' },
  processing: { isLive: true, job: true, error: 'any' },
  completed: { isLive: false, job: true, error: 'none' },
  failed: { isLive: false, job: true, error: 'none' },
  'timed-out': { isLive: false, job: true, error: 'any' },
  error: { isLive: false, job: true, error: 'always' },
}
const statuses = ['initiated', 'processing', 'completed', 'failed'] as const

describe.each(Object.keys(allowed) as ItrPhase[])('itrResult(%j)', (phase) => {
  const result = itrResult(phase)
  const { isLive, job: hasJob, error } = allowed[phase]

  it('has these defaults on each call', () => {
    expect(result).toEqual({
      phase,
      jobId: phase === 'idle' ? null : (result.job?.jobId ?? expect.any(String)),
      job: hasJob ? expect.any(Object) : undefined,
      error: error === 'always' ? expect.any(ItrStatusError) : null,
      startedAt: phase === 'idle' ? null : expect.any(Number),
      deadlineAt: phase === 'idle' ? null : result.startedAt! + 240_000,
      typicalDuration: { min: 30_000, max: 90_000 },
      retry: expect.any(Function),
      connection: 'ok',
      isPolling: isLive,
      isDelayed: false,
    })
    expect(result.retry()).toBeUndefined()
    expect(itrResult(phase)).toEqual(result)
  })

  it('has a job that our proxy could send', () => {
    if (!result.job) return
    expect(parseItrJob(toFlat(result.job))).toEqual(result.job)
    const { status } = result.job
    expect(result.job).toMatchObject({ reportedStatus: status, errorMessage: null, pdfReportUrl: null })
  })

  it('ignores overrides that the phase cannot have', () => {
    const given = new ItrStatusError('timeout', 'transient')
    const { job, ...forced } = itrResult(phase, {
      connection: 'reconnecting',
      isDelayed: true,
      isPolling: true,
      error: given,
      failure: 'no_itr_found',
      status: 'initiated',
    })
    expect(forced).toMatchObject({
      connection: isLive ? 'reconnecting' : 'ok',
      isDelayed: isLive,
      isPolling: isLive,
      error: error === 'none' ? null : given,
    })
    const status = statuses.find((name) => name === phase) ?? 'initiated'
    if (job) expect(job).toMatchObject({ status, failure: phase === 'failed' ? 'no_itr_found' : null })
  })

  it('accepts fields of the result', () => {
    const given = { jobId: 'mine', startedAt: 5, retry: () => {}, typicalDuration: { min: 1, max: 2 } }
    const custom = itrResult(phase, given)
    expect(custom).toMatchObject({ ...given, deadlineAt: phase === 'idle' ? null : 240_005 })
    expect(custom.job?.jobId ?? 'mine').toBe('mine')
    expect(itrResult(phase, { startedAt: 0 }).deadlineAt).toBe(phase === 'idle' ? null : 240_000)
    expect(itrResult(phase, { startedAt: null }).deadlineAt).toBeNull()
    expect(itrResult(phase, { deadlineAt: null }).deadlineAt).toBeNull()
    expect(itrResult(phase, { isPolling: false }).isPolling).toBe(false)
  })

  it('treats undefined as not given', () => {
    const names = ['jobId', 'failure', 'error', 'connection', 'retry', 'isPolling', 'startedAt', 'deadlineAt']
    const undefineds = Object.fromEntries(names.map((name) => [name, undefined]))
    expect(itrResult(phase, undefineds)).toEqual(result)
  })
})

describe('the job of itrResult', () => {
  it('accepts single fields', () => {
    const fields = { currentStep: 'x', stepsCompleted: ['w'], reportedStatus: 'queued' }
    const { job } = itrResult('processing', fields)
    expect(job).toMatchObject({ ...fields, status: 'processing', pan: 'ABCDE****F' })
  })

  it('can be a complete job, which single fields override', () => {
    const job = { ...itrResult('processing').job!, jobId: 'whole', pan: null, currentStep: 'y' }
    expect(itrResult('processing', { job, currentStep: 'x', pan: undefined })).toMatchObject({
      jobId: 'whole',
      job: { ...job, currentStep: 'x' },
    })
  })

  it.each(['timed-out', 'error'] as const)('can be explicitly undefined in %s', (phase) => {
    expect(itrResult(phase, { job: undefined })).toMatchObject({ job: undefined, jobId: expect.any(String) })
  })

  it.each(['timed-out', 'error'] as const)('is never terminal in %s', (phase) => {
    for (const status of ['completed', 'failed'] as const) {
      expect(itrResult(phase, { status }).job).toEqual(itrResult(phase).job)
      const job = { ...itrResult(status).job!, jobId: 'given' }
      expect(itrResult(phase, { job }).job).toEqual({ ...itrResult(phase).job, jobId: 'given' })
    }
  })

  it('is as old as the phase and `isDelayed` say', () => {
    const ageOf = ({ job }: ItrJobStatusResult) => Date.parse(job!.updatedAt!) - Date.parse(job!.createdAt!)
    const { deadlineAt, startedAt, typicalDuration } = itrResult('timed-out')
    expect(ageOf(itrResult('processing'))).toBeLessThan(typicalDuration.max)
    expect(ageOf(itrResult('initiated', { isDelayed: true }))).toBeGreaterThan(typicalDuration.max)
    expect(ageOf(itrResult('processing', { isDelayed: true }))).toBeGreaterThan(typicalDuration.max)
    expect(deadlineAt! - startedAt! - ageOf(itrResult('timed-out'))).toBe(5_000)
    expect(ageOf(itrResult('completed', { isDelayed: true }))).toBe(ageOf(itrResult('completed')))
  })

  it.each(statuses)('cannot be undefined in %s', (phase) => {
    expect(itrResult(phase, { job: undefined }).job).toEqual(itrResult(phase).job)
  })

  it.each(itrFailureCodes)('has one failed step for the failure %s', (failure) => {
    const { job } = itrResult('failed', { failure })
    expect(job).toMatchObject({ status: 'failed', failure, currentStep: null, completedAt: null })
    expect(job!.stepsFailed).toHaveLength(1)
    expect(job!.stepsCompleted).not.toContain(job!.stepsFailed[0])
  })

  it('progresses from initiated to processing to completed', () => {
    const [initiated, processing, completed] = statuses.map((phase) => itrResult(phase).job!)
    expect(initiated).toMatchObject({ currentStep: 'create_client', stepsCompleted: [], completedAt: null })
    expect(processing!.stepsCompleted).toContain('create_client')
    expect(processing!.stepsCompleted).not.toContain(processing!.currentStep)
    expect(completed).toMatchObject({ currentStep: null, completedAt: completed!.updatedAt })
    expect(completed!.stepsCompleted).toEqual(expect.arrayContaining([...processing!.stepsCompleted]))
    expect(processing!.updatedAt! > initiated!.updatedAt!).toBe(true)
    expect(completed!.updatedAt! > processing!.updatedAt!).toBe(true)
  })
})

describe('error and connection of itrResult', () => {
  it('error has a permanent 404', () => {
    expect(itrResult('error').error).toMatchObject({ code: 'http', kind: 'permanent', status: 404 })
  })

  it('reconnecting has a network error by default', () => {
    const connection = 'reconnecting'
    const error = new ItrStatusError('http', 'transient', { status: 503 })
    expect(itrResult('processing', { connection }).error).toMatchObject({ code: 'network' })
    expect(itrResult('connecting', { connection, error }).error).toBe(error)
    expect(itrResult('connecting', { connection, error: null }).error).toBeNull()
  })

  it('timed-out can be offline, but never reconnecting', () => {
    expect(itrResult('timed-out', { connection: 'offline' }).connection).toBe('offline')
    expect(itrResult('timed-out', { connection: 'reconnecting' }).connection).toBe('ok')
  })
})

describe('phase of itrResult', () => {
  it.each(['done', 'toString'])('rejects %s, and lists the phases', (phase) => {
    const create = () => itrResult(phase as ItrPhase)
    expect(create).toThrow(TypeError)
    expect(create).toThrow(`itr-progress: \`phase\` is ${phase}. Expected one of idle, connecting, initiated`)
  })
})

describe('types of itrResult', () => {
  it('are those of the hook', () => {
    expectTypeOf(itrResult).returns.toEqualTypeOf<ItrJobStatusResult>()
    expectTypeOf(itrResult).parameter(0).toEqualTypeOf<ItrPhase>()
    // @ts-expect-error Neither the job nor the result has this field.
    itrResult('failed', { reason: 'account_locked' })
    // @ts-expect-error There is no such failure code.
    itrResult('failed', { failure: 'account_closed' })
  })
})
