import { describe, expect, expectTypeOf, it } from 'vitest'
import { itrFailureCodes } from '../../src/contract/classifyItrFailure.ts'
import { ItrStatusError } from '../../src/contract/ItrStatusError.ts'
import { parseItrJob } from '../../src/contract/parseItrJob.ts'
import type { ItrJobStatusResult, ItrPhase } from '../../src/polling/ItrJobStatusResult.ts'
import { itrResult, type ItrResultOverrides } from '../../src/testing/itrResult.ts'

const phases = [
  ...(['idle', 'connecting', 'initiated', 'processing'] as const),
  ...(['completed', 'failed', 'timed-out', 'error'] as const),
] satisfies ItrPhase[]
const live: ItrPhase[] = ['connecting', 'initiated', 'processing']

/** An ItrJob as an answer of our proxy tells it. */
function toAnswer(job: NonNullable<ItrJobStatusResult['job']>) {
  return {
    job_id: job.jobId,
    status: job.status,
    current_step: job.currentStep,
    steps_completed: job.stepsCompleted,
    steps_failed: job.stepsFailed,
    failure_code: job.failure,
    pan: job.pan,
    created_at: job.createdAt,
    updated_at: job.updatedAt,
    completed_at: job.completedAt,
    reference: job.reference,
  }
}

describe.each(phases)('the state %s', (phase) => {
  const state = itrResult(phase)

  it('is the same at each call', () => {
    expect(itrResult(phase)).toEqual(state)
  })

  it('has just the fields of a result', () => {
    expect(Object.keys(state).sort()).toEqual(
      'connection deadlineAt error isDelayed isPolling job jobId phase retry startedAt typicalDuration'.split(
        ' ',
      ),
    )
    expect(state.phase).toBe(phase)
  })

  it('polls only while something may come, and is calm by default', () => {
    expect(state.isPolling).toBe(live.includes(phase))
    expect(state).toMatchObject({ isDelayed: false, connection: 'ok' })
    expect(state.retry()).toBeUndefined()
  })

  it('has the job and the error that its phase may have', () => {
    expect(state.job === undefined).toBe(phase === 'idle' || phase === 'connecting')
    expect(state.error instanceof ItrStatusError).toBe(phase === 'error')
    expect(state.jobId === null).toBe(phase === 'idle')
    expect(state.startedAt === null).toBe(phase === 'idle')
  })

  it('has a job as our proxy would tell it', () => {
    if (state.job) expect(parseItrJob(toAnswer(state.job))).toEqual(state.job)
    expect(state.job?.jobId ?? state.jobId).toBe(state.jobId)
  })

  it('keeps to what its phase may have, whatever the overrides say', () => {
    const overrides: ItrResultOverrides = {
      connection: 'reconnecting',
      isDelayed: true,
      isPolling: true,
      error: new ItrStatusError('timeout', 'transient'),
      failure: 'no_itr_found',
      status: 'initiated',
    }
    const forced = itrResult(phase, overrides)
    const isLive = live.includes(phase)
    expect(forced).toMatchObject({
      connection: isLive ? 'reconnecting' : 'ok',
      isDelayed: isLive,
      isPolling: isLive,
      error: ['idle', 'completed', 'failed'].includes(phase) ? null : overrides.error,
    })
    const isStatus = ['initiated', 'processing', 'completed', 'failed'].includes(phase)
    if (forced.job)
      expect(forced.job).toMatchObject({
        status: isStatus ? phase : 'initiated',
        failure: phase === 'failed' ? 'no_itr_found' : null,
      })
  })

  it('takes fields of the result', () => {
    const retry = () => {}
    const state = itrResult(phase, { jobId: 'mine', startedAt: 5, retry })
    expect(state).toMatchObject({ jobId: 'mine', startedAt: 5 })
    expect(state.retry).toBe(retry)
    if (state.job) expect(state.job.jobId).toBe('mine')
  })

  it('takes undefined for not given', () => {
    const given = {
      jobId: undefined,
      failure: undefined,
      error: undefined,
      connection: undefined,
      retry: undefined,
    }
    expect(itrResult(phase, { ...given, isPolling: undefined, startedAt: undefined })).toEqual(state)
  })
})

describe('the job', () => {
  it('takes fields one by one', () => {
    expect(
      itrResult('processing', { currentStep: 'x', stepsCompleted: ['w'], reportedStatus: 'queued' }).job,
    ).toMatchObject({
      status: 'processing',
      reportedStatus: 'queued',
      currentStep: 'x',
      stepsCompleted: ['w'],
      pan: 'ABCDE****F',
    })
  })

  it('may be given as a whole, single fields before it', () => {
    const job = { ...itrResult('processing').job!, jobId: 'whole', pan: null, currentStep: 'y' }
    expect(itrResult('processing', { job, currentStep: 'x' })).toMatchObject({
      jobId: 'whole',
      job: { ...job, currentStep: 'x' },
    })
  })

  it.each(['timed-out', 'error'] as const)('may be missing in %s, if that is said', (phase) => {
    expect(itrResult(phase, { job: undefined }).job).toBeUndefined()
    expect(itrResult(phase, { job: undefined }).jobId).not.toBeNull()
  })

  it.each(['initiated', 'processing', 'completed', 'failed'] as const)('is never missing in %s', (phase) => {
    expect(itrResult(phase, { job: undefined }).job).toEqual(itrResult(phase).job)
  })

  it.each(itrFailureCodes)('that failed by %s has a failed step, and none of the others', (failure) => {
    const { job } = itrResult('failed', { failure })
    expect(job).toMatchObject({ status: 'failed', failure, currentStep: null, completedAt: null })
    expect(job!.stepsFailed).toHaveLength(1)
    expect(job!.stepsCompleted).not.toContain(job!.stepsFailed[0])
  })

  it('goes on from phase to phase', () => {
    const [initiated, processing, completed] = (['initiated', 'processing', 'completed'] as const).map(
      (phase) => itrResult(phase).job!,
    )
    expect(initiated).toMatchObject({ currentStep: 'create_client', stepsCompleted: [], completedAt: null })
    expect(processing!.stepsCompleted).toContain('create_client')
    expect(processing!.stepsCompleted).not.toContain(processing!.currentStep)
    expect(completed).toMatchObject({ currentStep: null, completedAt: completed!.updatedAt })
    expect(completed!.stepsCompleted).toEqual(expect.arrayContaining([...processing!.stepsCompleted]))
    expect(processing!.updatedAt! > initiated!.updatedAt!).toBe(true)
    expect(completed!.updatedAt! > processing!.updatedAt!).toBe(true)
  })
})

describe('the error', () => {
  it('of error is a permanent one', () => {
    expect(itrResult('error').error).toMatchObject({ code: 'http', kind: 'permanent', status: 404 })
  })

  it('of a reconnecting watch is a failed connection, unless another is given', () => {
    expect(itrResult('processing', { connection: 'reconnecting' }).error).toMatchObject({ code: 'network' })
    const error = new ItrStatusError('http', 'transient', { status: 503 })
    expect(itrResult('connecting', { connection: 'reconnecting', error }).error).toBe(error)
    expect(itrResult('connecting', { connection: 'reconnecting', error: null }).error).toBeNull()
  })
})

it('a watch that timed out may be offline, and never reconnects', () => {
  expect(itrResult('timed-out', { connection: 'offline' }).connection).toBe('offline')
  expect(itrResult('timed-out', { connection: 'reconnecting' }).connection).toBe('ok')
})

it('a result is typed as the hook types it', () => {
  expectTypeOf(itrResult).returns.toEqualTypeOf<ItrJobStatusResult>()
  expectTypeOf(itrResult).parameter(0).toEqualTypeOf<ItrPhase>()
  // @ts-expect-error A field of neither the job nor the result.
  itrResult('failed', { reason: 'account_locked' })
  // @ts-expect-error A code outside the closed list.
  itrResult('failed', { failure: 'account_closed' })
})
