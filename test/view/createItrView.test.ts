import { describe, expect, it, vi } from 'vitest'
import { itrFailureCodes } from '../../src/contract/classifyItrFailure.ts'
import { ItrStatusError } from '../../src/contract/ItrStatusError.ts'
import { en } from '../../src/locales/en.ts'
import type { ItrJobStatusResult, ItrPhase } from '../../src/polling/ItrJobStatusResult.ts'
import { itrResult } from '../../src/testing/itrResult.ts'
import { createItrView, type ItrViewOptions } from '../../src/view/createItrView.ts'
import { createTranslator } from '../../src/view/createTranslator.ts'

const viewOf = (result: ItrJobStatusResult, options: ItrViewOptions = {}, messages = {}) =>
  createItrView(result, { ...options, translator: createTranslator([messages]) })

const httpError = (status: number) =>
  itrResult('error', { error: new ItrStatusError('http', 'permanent', { status }) })
const networkError = itrResult('error', { error: new ItrStatusError('network', 'doubtful') })
const delayed = itrResult('processing', { isDelayed: true })

describe('createItrView: text', () => {
  it.each<[ItrPhase, string, string[]]>([
    ['idle', en.heading.idle, [en.body.idle]],
    ['connecting', en.heading.watching, ['This usually takes 30 to 90 seconds.']],
    ['initiated', en.heading.watching, ['This usually takes 30 to 90 seconds.']],
    ['processing', en.heading.watching, ['This usually takes 30 to 90 seconds.']],
    ['completed', en.heading.completed, []],
    ['failed', en.heading.failed, [en.reason.invalid_credentials, en.remedy.invalid_credentials]],
    ['timed-out', en.heading['timed-out'], [en.body['timed-out'], en.body.pending]],
    ['error', en.heading.error, [en.error.not_found, en.body.error]],
  ])('has the heading and body of %s', (phase, heading, body) => {
    expect(viewOf(itrResult(phase))).toMatchObject({ heading, body })
  })

  it('does not say that a live job is fetched while polling is off', () => {
    const paused = itrResult('processing', { isPolling: false, isDelayed: true })
    const actions = { onAlternative: () => {} }
    expect(viewOf(paused, { actions })).toMatchObject({
      heading: en.heading.idle,
      body: [en.body.paused],
      actions: [{ name: 'alternative' }],
    })
  })

  it('takes the usual duration from the result, in whole seconds', () => {
    const result = itrResult('processing', { typicalDuration: { min: 45_400, max: 1_200_000 } })
    expect(viewOf(result).body).toEqual(['This usually takes 45 to 1,200 seconds.'])
  })

  it('says that a delayed job takes longer, unless the host empties the message', () => {
    expect(viewOf(delayed).body).toEqual([en.body.delayed])
    expect(viewOf(delayed, {}, { 'body.delayed': '' }).body).toEqual([])
  })

  it('leaves out hints that the host set to an empty string', () => {
    const offline = itrResult('timed-out', { connection: 'offline' })
    expect(viewOf(offline).hints).toEqual([en.hint.offline, 'Reference 7F3K-9Q2M'])
    expect(viewOf(offline, {}, { 'hint.offline': '' }).hints).toEqual(['Reference 7F3K-9Q2M'])
    expect(viewOf(offline, {}, { 'hint.offline': '', reference: '' }).hints).toEqual([])
  })

  it.each(itrFailureCodes)('has the reason and the remedy of %s, never the upstream text', (failure) => {
    const view = viewOf(itrResult('failed', { failure, errorMessage: 'upstream text' }))
    expect(view.body).toEqual([en.reason[failure], en.remedy[failure]])
    expect(JSON.stringify(view)).not.toContain('upstream text')
  })

  it('treats a failed job without failure code as unknown', () => {
    const result = itrResult('failed')
    const view = viewOf({ ...result, job: { ...result.job!, failure: null } } as ItrJobStatusResult)
    expect(view.body).toEqual([en.reason.unknown, en.remedy.unknown])
  })

  it.each([
    ['a network error', networkError, en.error.other],
    ['400', httpError(400), en.error.other],
    ['401', httpError(401), en.error.signed_out],
    ['404', httpError(404), en.error.not_found],
    ['410', httpError(410), en.error.not_found],
  ])('has the reason of %s', (_, result, reason) => {
    expect(viewOf(result).body).toEqual([reason, en.body.error])
  })

  it.each<[ItrJobStatusResult, string[]]>([
    [itrResult('connecting', { connection: 'offline' }), [en.hint.offline]],
    [itrResult('processing', { connection: 'reconnecting' }), [en.hint.reconnecting]],
    [itrResult('timed-out', { connection: 'offline' }), [en.hint.offline, 'Reference 7F3K-9Q2M']],
    [itrResult('failed'), ['Reference 7F3K-9Q2M']],
    [itrResult('error'), ['Reference 7F3K-9Q2M']],
    [itrResult('error', { job: undefined }), []],
    [itrResult('failed', { reference: null }), []],
    [itrResult('processing'), []],
    [itrResult('completed'), []],
  ])('has hints about the connection and the reference (case %#)', (result, hints) => {
    expect(viewOf(result).hints).toEqual(hints)
  })
})

describe('createItrView: steps', () => {
  const statesOf = (result: ItrJobStatusResult, steps?: ItrViewOptions['steps']) =>
    viewOf(result, { steps })
      .steps.map(({ label, state }) => `${label} ${state}`)
      .join(', ')

  it('lists completed, failed and current steps once each without a plan', () => {
    const job = { stepsCompleted: ['a', 'b'], stepsFailed: ['c', 'b'], currentStep: 'd' }
    expect(statesOf(itrResult('processing', job))).toBe('A completed, B failed, C failed, D current')
  })

  it('lists no step without a current one', () => {
    const job = { stepsCompleted: [], stepsFailed: [], currentStep: null }
    expect(statesOf(itrResult('processing', job))).toBe('')
  })

  it('lists planned steps in order, then reported steps outside the plan', () => {
    const job = { stepsCompleted: ['x', 'b'], stepsFailed: [], currentStep: 'a' }
    const plan = ['a', { id: 'b', label: 'Second' }, 'c', 'a']
    expect(statesOf(itrResult('processing', job), plan)).toBe(
      'A current, Second completed, C upcoming, X completed',
    )
    expect(statesOf(itrResult('connecting'), ['a', 'b'])).toBe('A upcoming, B upcoming')
  })

  it('completes every step of a completed job that was not reported as failed', () => {
    const job = { stepsCompleted: ['a'], stepsFailed: ['b'], currentStep: 'c' }
    expect(statesOf(itrResult('completed', job), ['a', 'b', 'c', 'd'])).toBe(
      'A completed, B failed, C completed, D completed',
    )
  })

  it('fails the current step of a failed job', () => {
    const job = { stepsCompleted: ['a'], stepsFailed: [], currentStep: 'b' }
    expect(statesOf(itrResult('failed', job), ['a', 'b', 'c'])).toBe('A completed, B failed, C upcoming')
  })

  it('takes a label from the plan, else from the dictionary, else from the id', () => {
    const job = { stepsCompleted: ['create_client'], stepsFailed: [], currentStep: 'read-form_16.-b' }
    const plan = [{ id: 'create_client', label: 'Connect' }, { id: 'download-itr-v' }, 'download_itr', '_']
    const { steps } = viewOf(
      itrResult('processing', job),
      { steps: plan },
      { 'step.download_itr': 'Get returns' },
    )
    const labels = steps.map(({ label }) => label).join(', ')
    expect(labels).toBe('Connect, ITR-V, Get returns, _, Read form 16 b')
    expect(steps.map(({ isPlanned }) => isPlanned)).toEqual([true, true, true, true, false])
    expect(steps[0]!.stateLabel).toBe('Completed')
  })

  const at = (currentStep: string) => ({ currentStep, stepsCompleted: ['a'], stepsFailed: [] })

  it('has the sentence of its own id before the one with underscores', () => {
    const stepInProgress = { 'a-b': 'Own', a_b: 'Underscores' }
    const { steps } = viewOf(
      itrResult('processing', at('a-b')),
      {},
      { stepInProgress, currentStep: '{step}' },
    )
    expect(steps.at(-1)!.inProgressText).toBe('Own')
  })

  it.each([
    ['the text of the dictionary', at('download-profile'), {}, 'Step 2: profile.'],
    ['the label without such a text', at('download_itr_v'), {}, 'Step 2: ITR-V.'],
    ['the label from an unknown id', at('parse_it'), {}, 'Step 2: Parse it.'],
    [
      'the label of the same dictionary, so that languages do not mix',
      at('download_profile'),
      { currentStep: '«{step}»', step: { download_profile: 'प्रोफ़ाइल' } },
      '«प्रोफ़ाइल»',
    ],
  ])('describes the current step with %s', (_, job, messages, text) => {
    const { steps } = viewOf(itrResult('processing', job), {}, messages)
    expect(steps.map(({ inProgressText }) => inProgressText)).toEqual([null, text])
  })

  it('describes the current step with the label of the plan, and only while the job is live', () => {
    const options = { steps: [{ id: 'download_profile', label: 'your details' }] }
    const [step] = viewOf(itrResult('processing', at('download_profile')), options).steps
    expect(step!.inProgressText).toBe('Step 1 of 1: your details.')
    expect(viewOf(itrResult('timed-out', at('download_profile')), options).steps[0]).toMatchObject({
      state: 'current',
      inProgressText: null,
    })
  })

  it.each<[string, ItrJobStatusResult, ItrViewOptions['steps'], object | null]>([
    ['the completed planned steps', itrResult('processing', at('b')), ['a', 'b', 'c'], { done: 1, total: 3 }],
    ['no step outside the plan', itrResult('processing', at('b')), ['b', 'c'], { done: 0, total: 2 }],
    ['a step planned twice once', itrResult('processing', at('b')), ['a', 'b', 'a'], { done: 1, total: 2 }],
    ['nothing without a plan', itrResult('processing', at('b')), undefined, null],
    ['nothing with an empty plan', itrResult('failed', at('b')), [], null],
    ['all of a completed job without a plan', itrResult('completed'), undefined, { done: 1, total: 1 }],
    [
      'all of a completed job, failed steps included',
      itrResult('completed', { stepsCompleted: ['a'], stepsFailed: ['b'] }),
      ['a', 'b', 'c'],
      { done: 3, total: 3 },
    ],
  ])('counts %s as progress', (_, result, steps, progress) => {
    expect(viewOf(result, { steps }).progress).toEqual(progress)
  })
})

describe('createItrView: actions', () => {
  const all = { onRestart: () => {}, onAlternative: () => {}, reportHref: '/report' }
  const namesOf = (result: ItrJobStatusResult, actions: ItrViewOptions['actions'] = all) =>
    viewOf(result, { actions }).actions.map(({ name }) => name)

  const [retryFirst, restartFirst] = [
    ['retry', 'restart', 'alternative'],
    ['restart', 'alternative', 'retry'],
  ]
  it.each<[string, ItrJobStatusResult, string[]]>([
    ['idle', itrResult('idle'), []],
    ['connecting', itrResult('connecting'), []],
    ['initiated', itrResult('initiated'), []],
    ['processing', itrResult('processing'), []],
    ['a delayed job', delayed, ['alternative']],
    ['completed', itrResult('completed'), ['report']],
    ['timed-out', itrResult('timed-out'), ['retry', 'alternative']],
    ['a network error', networkError, retryFirst],
    ['400', httpError(400), retryFirst],
    ['401', httpError(401), retryFirst],
    ['404', httpError(404), restartFirst],
    ['410', httpError(410), restartFirst],
  ])('offers what can help in %s, most helpful first', (_, result, names) => {
    expect(namesOf(result)).toEqual(names)
  })

  it.each(itrFailureCodes)('offers the most helpful action first after %s', (failure) => {
    const isOfPortal = ['account_locked', 'pan_not_registered', 'no_itr_found', 'portal_unavailable']
    const names = isOfPortal.includes(failure) ? ['alternative', 'restart'] : ['restart', 'alternative']
    const actions = namesOf(itrResult('failed', { failure })).filter((name) => name !== 'portal')
    expect(actions).toEqual(names)
  })

  it.each(itrFailureCodes)(
    'links the portal last after %s only if the person can mend it there',
    (failure) => {
      const canMend = [
        'account_locked',
        'second_factor_required',
        'pan_not_registered',
        'invalid_credentials',
      ]
      const { actions } = viewOf(itrResult('failed', { failure }))
      const portal = { name: 'portal', label: en.action.portal, href: 'https://www.incometax.gov.in/' }
      expect(actions).toEqual(canMend.includes(failure) ? [portal] : [])
    },
  )

  it('takes another link to the portal, or none', () => {
    const failed = itrResult('failed', { failure: 'account_locked' })
    const portal = viewOf(failed, { actions: { ...all, portalHref: '/portal' } }).actions.at(-1)
    expect(portal).toMatchObject({ name: 'portal', href: '/portal' })
    expect(namesOf(failed, { portalHref: null })).toEqual([])
  })

  it('offers only the actions that the host handles, and always retry', () => {
    const failed = itrResult('failed', { failure: 'unknown' })
    expect(namesOf(failed, {})).toEqual([])
    expect(namesOf(failed, { onAlternative: () => {} })).toEqual(['alternative'])
    expect(namesOf(networkError, {})).toEqual(['retry'])
    expect(namesOf(itrResult('completed'), {})).toEqual([])
  })

  it('runs retry before onRetry, and passes the job to the other handlers', () => {
    const calls: unknown[] = []
    const result = itrResult('error', { retry: () => calls.push('retry') })
    const { actions } = viewOf(result, {
      actions: {
        onRetry: () => calls.push('onRetry'),
        onRestart: (job) => calls.push(['onRestart', job]),
        onAlternative: (job) => calls.push(['onAlternative', job]),
      },
    })
    for (const name of ['retry', 'restart', 'alternative']) actions.find((a) => a.name === name)!.run!()
    expect(calls).toEqual(['retry', 'onRetry', ['onRestart', result.job], ['onAlternative', result.job]])
    const retry = vi.fn()
    viewOf(itrResult('timed-out', { retry })).actions[0]!.run!()
    expect(retry).toHaveBeenCalledOnce()
  })

  it('links the report of the host, else that of the job', () => {
    const result = itrResult('completed', { pdfReportUrl: 'https://example.com/report.pdf' })
    const label = en.action.report
    expect(viewOf(result, { actions: all }).actions).toEqual([{ name: 'report', label, href: '/report' }])
    expect(viewOf(result).actions).toEqual([{ name: 'report', label, href: result.job!.pdfReportUrl }])
  })
})

describe('createItrView: language', () => {
  it('has lang and dir of the messages', () => {
    const messages = { lang: 'ur', dir: 'rtl' } as const
    expect(viewOf(itrResult('idle'), {}, messages)).toMatchObject(messages)
  })
})
