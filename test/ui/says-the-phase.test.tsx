import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { itrFailureCodes } from '../../src/contract/classifyItrFailure.ts'
import { ItrStatusError } from '../../src/contract/ItrStatusError.ts'
import { en } from '../../src/locales/en.ts'
import type { ItrPhase } from '../../src/polling/ItrJobStatusResult.ts'
import { itrResult } from '../../src/testing/itrResult.ts'
import { part, show } from './showing.tsx'

const headings: Record<ItrPhase, string> = {
  idle: 'Income tax return verification',
  connecting: 'Verifying your income tax return',
  initiated: 'Verifying your income tax return',
  processing: 'Verifying your income tax return',
  completed: 'Your income tax return is verified',
  failed: 'We could not verify your return',
  'timed-out': 'We have not heard back yet',
  error: 'We could not check the status',
}

describe.each(Object.entries(headings) as [ItrPhase, string][])('in the phase %s', (phase, heading) => {
  it('the widget is a group named by its heading', () => {
    show(itrResult(phase))
    const group = screen.getByRole('group', { name: heading })
    expect(within(group).getByRole('heading', { name: heading })).toHaveAttribute('tabindex', '-1')
  })

  it('every part says which part it is and in which phase', () => {
    const { container } = show(itrResult(phase), {
      onRestart: () => {},
      onAlternative: () => {},
      reportHref: '/r',
    })
    const parts = [...container.querySelectorAll<HTMLElement>('[data-itr-part]')]
    expect(parts.map(({ dataset }) => dataset.itrPart)).toEqual(
      expect.arrayContaining(['root', 'heading', 'bar', 'message', 'actions', 'steps', 'announcer']),
    )
    expect(new Set(parts.map(({ dataset }) => dataset.phase))).toEqual(new Set([phase]))
  })
})

it('while we wait, it says how long that usually takes', () => {
  show(itrResult('connecting'))
  expect(part('message')).toHaveTextContent(/^This usually takes 30 to 90 seconds\.$/)
})

it('when it takes longer, it says so, and that the form can be filled in meanwhile', () => {
  show(itrResult('processing', { isDelayed: true }))
  expect(part('message')).toHaveTextContent(
    /^This is taking longer than usual\. You can keep filling in this form\.$/,
  )
})

it('a troubled connection is a hint beside what is said, not instead of it', () => {
  const { thenShow } = show(itrResult('processing', { connection: 'reconnecting' }))
  expect(part('message')).toHaveTextContent('This usually takes 30 to 90 seconds.')
  expect(part('message')).toHaveTextContent('Trying again.')
  thenShow(itrResult('timed-out', { connection: 'offline' }))
  expect(part('message')).toHaveTextContent('Nothing is lost.')
  expect(part('message')).toHaveTextContent('You are offline.')
  thenShow(itrResult('processing'))
  expect(part('message')).toHaveTextContent(/^This usually takes 30 to 90 seconds\.$/)
})

it('a time-out is not called a failure', () => {
  show(itrResult('timed-out'))
  expect(part('root')).toHaveTextContent('Nothing is lost.')
  expect(part('root')).not.toHaveTextContent(/fail|could not verify/i)
})

it.each(itrFailureCodes)(
  'a failure because of %s is told with its reason and what to do about it',
  (failure) => {
    show(itrResult('failed', { failure, errorMessage: 'upstream text', reference: null }))
    expect(part('message').textContent).toBe(en.reason[failure] + en.remedy[failure])
  },
)

it.each([
  ['a network that failed', new ItrStatusError('network', 'doubtful'), 'We got no usable answer.'],
  ['an error status', new ItrStatusError('http', 'permanent', { status: 400 }), 'We got no usable answer.'],
  ['a 401', new ItrStatusError('http', 'permanent', { status: 401 }), 'You may have been signed out.'],
  ['a 404', new ItrStatusError('http', 'permanent', { status: 404 }), 'could not be found'],
  ['a 410', new ItrStatusError('http', 'permanent', { status: 410 }), 'could not be found'],
  ['an odd answer', new ItrStatusError('invalid_response', 'doubtful'), 'We got no usable answer.'],
])('an error after %s is told as not knowing, not as a failed verification', (_, error, sentence) => {
  show(itrResult('error', { error }))
  expect(part('message')).toHaveTextContent(sentence)
  expect(part('message')).toHaveTextContent('This does not mean that the verification failed.')
  expect(part('heading')).toHaveTextContent('We could not check the status')
})

it.each(['failed', 'error', 'timed-out'] as const)('in %s the reference is there to be read out', (phase) => {
  show(itrResult(phase, { reference: '7F3K-9Q2M' }))
  expect(screen.getByText('Reference 7F3K-9Q2M')).toBeInTheDocument()
})

it('there is no reference where there is none to give, or no need of one', () => {
  const { thenShow } = show(itrResult('failed', { reference: null }))
  expect(part('root')).not.toHaveTextContent('Reference')
  thenShow(itrResult('error', { job: undefined }))
  expect(part('root')).not.toHaveTextContent('Reference')
  for (const phase of ['processing', 'completed'] as const) {
    thenShow(itrResult(phase, { reference: '7F3K-9Q2M' }))
    expect(part('root')).not.toHaveTextContent('7F3K')
  }
})
