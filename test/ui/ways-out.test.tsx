import { fireEvent, screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import type { ItrFailureCode } from '../../src/contract/classifyItrFailure.ts'
import type { ItrPhase } from '../../src/polling/ItrJobStatusResult.ts'
import { itrResult } from '../../src/testing/itrResult.ts'
import { show, waysOnScreen } from './showing.tsx'

const handlers = { onRestart: () => {}, onAlternative: () => {} }
const [retry, restart, upload] = ['Check again', 'Start again', 'Upload documents instead']

it.each(['idle', 'connecting', 'initiated', 'processing', 'completed'] as ItrPhase[])(
  '%s asks nothing of anybody',
  (phase) => {
    show(itrResult(phase), handlers)
    expect(waysOnScreen()).toEqual([])
  },
)

it('after a time-out: check again, then the documents', () => {
  show(itrResult('timed-out'), handlers)
  expect(waysOnScreen()).toEqual([retry, upload])
})

it('after an error: check again, start again, then the documents', () => {
  show(itrResult('error'), handlers)
  expect(waysOnScreen()).toEqual([retry, restart, upload])
})

it.each<[ItrFailureCode, string[]]>([
  ['invalid_credentials', [restart!, upload!]],
  ['second_factor_required', [restart!, upload!]],
  ['session_expired', [restart!, upload!]],
  ['consent_denied', [restart!, upload!]],
  ['portal_unavailable', [restart!, upload!]],
  ['report_failed', [restart!, upload!]],
  ['unknown', [restart!, upload!]],
  ['account_locked', [upload!, restart!]],
  ['pan_not_registered', [upload!, restart!]],
  ['no_itr_found', [upload!, restart!]],
])('after %s the likeliest to help comes first', (failure, ways) => {
  show(itrResult('failed', { failure }), handlers)
  expect(waysOnScreen()).toEqual(ways)
})

it('what the host has no handler for is not offered; checking again always is', () => {
  const { thenShow } = show(itrResult('failed'))
  expect(waysOnScreen()).toEqual([])
  thenShow(itrResult('failed'), { onAlternative: () => {} })
  expect(waysOnScreen()).toEqual([upload])
  thenShow(itrResult('error'), { onRestart: () => {} })
  expect(waysOnScreen()).toEqual([retry, restart])
  thenShow(itrResult('timed-out'), { onRestart: () => {} })
  expect(waysOnScreen()).toEqual([retry])
})

it.each(['timed-out', 'error'] as const)(
  'in %s checking again asks first and tells the host then',
  (phase) => {
    const calls: string[] = []
    show(itrResult(phase, { retry: () => calls.push('retry') }), { onRetry: () => calls.push('onRetry') })
    fireEvent.click(screen.getByRole('button', { name: 'Check again' }))
    expect(calls).toEqual(['retry', 'onRetry'])
  },
)

it('starting again and uploading instead tell the host of which job', () => {
  const [onRestart, onAlternative, retry] = [vi.fn(), vi.fn(), vi.fn()]
  const result = itrResult('error', { retry })
  const { thenShow } = show(result, { onRestart, onAlternative })
  fireEvent.click(screen.getByRole('button', { name: 'Start again' }))
  expect(onRestart.mock.calls).toEqual([[result.job]])
  thenShow(itrResult('error', { job: undefined }))
  fireEvent.click(screen.getByRole('button', { name: 'Upload documents instead' }))
  expect(onAlternative.mock.calls).toEqual([[undefined]])
  expect(retry).not.toHaveBeenCalled()
})

it('no button submits the form around it', () => {
  show(itrResult('error'), handlers)
  for (const button of screen.getAllByRole('button')) expect(button).toHaveAttribute('type', 'button')
})

it('the report is linked once the job is completed, and its host not told from where', () => {
  const job = { pdfReportUrl: 'https://example.com/report.pdf' }
  const { thenShow } = show(itrResult('processing', job), { reportHref: '/report' })
  expect(screen.queryByRole('link')).toBeNull()
  thenShow(itrResult('completed', job), { reportHref: '/report' })
  const link = screen.getByRole('link', { name: 'Open the report in a new tab' })
  expect(link).toHaveAttribute('href', '/report')
  expect(link).toHaveAttribute('rel', 'noreferrer')
  expect(link).toHaveAttribute('target', '_blank')
  thenShow(itrResult('completed', job), {})
  expect(link).toHaveAttribute('href', job.pdfReportUrl)
  thenShow(itrResult('completed', { pdfReportUrl: null }), {})
  expect(screen.queryByRole('link')).toBeNull()
})
