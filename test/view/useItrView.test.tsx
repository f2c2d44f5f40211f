import { renderHook } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ItrStatusError } from '../../src/contract/ItrStatusError.ts'
import { en } from '../../src/locales/en.ts'
import type { ItrJobStatusResult } from '../../src/polling/ItrJobStatusResult.ts'
import { itrResult } from '../../src/testing/itrResult.ts'
import { useItrView, type ItrLanguageOptions } from '../../src/view/useItrView.ts'

const httpError = (status: number, startedAt: number, jobId = 'job-1') =>
  ({
    ...itrResult('error', { error: new ItrStatusError('http', 'permanent', { status }) }),
    startedAt,
    jobId,
  }) as ItrJobStatusResult
const connecting = (startedAt: number) =>
  ({ ...itrResult('connecting'), startedAt, jobId: 'job-1' }) as ItrJobStatusResult

/** Renders the view of each result in turn. Returns whether the last one says that it was tried again. */
function isRepeated(...results: ItrJobStatusResult[]) {
  const { result, rerender } = renderHook((current: ItrJobStatusResult) => useItrView(current), {
    initialProps: results[0]!,
  })
  for (const next of results.slice(1)) rerender(next)
  return result.current.body.includes(en.body.repeated)
}

describe('useItrView: the same error in a new window', () => {
  it('says that it was tried again', () => {
    expect(isRepeated(httpError(401, 1), httpError(401, 2))).toBe(true)
    expect(isRepeated(httpError(401, 1), connecting(2), httpError(401, 2))).toBe(true)
    expect(isRepeated(connecting(1), httpError(401, 1), connecting(2), httpError(401, 2))).toBe(true)
  })

  it.each([
    ['the first error', [httpError(401, 1)]],
    ['the first error of a later window', [connecting(1), connecting(2), httpError(401, 2)]],
    ['a render of the same window', [httpError(401, 1), httpError(401, 1)]],
    ['another error', [httpError(401, 1), httpError(404, 2)]],
    ['another job', [httpError(401, 1), httpError(401, 2, 'job-2')]],
    ['two windows without an error', [connecting(1), connecting(2)]],
    ['a window without an error', [httpError(401, 1), connecting(2)]],
  ])('does not say so for %s', (_, results) => {
    expect(isRepeated(...results)).toBe(false)
  })
})

describe('useItrView: timing', () => {
  it('has the step of the plan and the times of the job', () => {
    const job = { stepsCompleted: ['a'], stepsFailed: [], currentStep: 'b' }
    const { result } = renderHook(() => useItrView(itrResult('processing', job), { steps: ['a', 'b'] }))
    expect(result.current.timing).toMatchObject({
      step: { number: 2, total: 2 },
      lastResponseAt: expect.any(Number),
    })
  })
})

describe('useItrView: warning about the locale', () => {
  const warn = vi.spyOn(console, 'warn')
  beforeEach(() => void warn.mockReset().mockReturnValue())
  const viewIn = (options: ItrLanguageOptions) =>
    renderHook(() => useItrView(itrResult('processing'), options))

  it('names the messages that the locale lacks, once', () => {
    const { rerender } = viewIn({ locale: 'gu-IN' })
    rerender()
    expect(warn.mock.calls).toEqual([
      [
        'itr-progress: `locale` is "gu", but the messages are in "en". `locale` only formats numbers and dates. ' +
          "Pass `messages` from 'itr-progress/locales/gu', or your own.",
      ],
    ])
  })

  it.each<[string, ItrLanguageOptions]>([
    ['no locale', {}],
    ['an English locale', { locale: 'en-IN' }],
    ['a malformed locale', { locale: 'en_IN' }],
    ['a locale with its messages', { locale: 'mr-IN', messages: { lang: 'mr' } }],
  ])('does not appear for %s', (_, options) => {
    viewIn(options)
    expect(warn).not.toHaveBeenCalled()
  })
})
