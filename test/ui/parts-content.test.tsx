import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { ItrStatusError } from '../../src/contract/ItrStatusError.ts'
import { itrResult } from '../../src/testing/itrResult.ts'
import { part, show } from './show.tsx'

const job = { stepsCompleted: ['create_client'], stepsFailed: [], currentStep: 'download_profile' }
const steps = ['create_client', 'download_profile', 'download_itr']

describe('ItrProgressBar', () => {
  const bar = () => screen.getByRole('progressbar')
  const numbers = () =>
    ['aria-valuenow', 'aria-valuemin', 'aria-valuemax'].map((name) => bar().getAttribute(name))
  const segments = () =>
    [...bar().querySelectorAll('.itr-segment')].map((segment) => segment.matches('.itr-done'))

  it('has a value and a segment per step only while the total is known', () => {
    const { thenShow } = show(itrResult('processing', job))
    expect([numbers(), segments()]).toEqual([[null, null, null], [false]])
    thenShow(itrResult('processing', job), { steps })
    expect([numbers(), segments()]).toEqual([
      ['1', '0', '3'],
      [true, false, false],
    ])
    thenShow(itrResult('completed', job), {})
    expect([numbers(), segments()]).toEqual([['1', '0', '1'], [true]])
  })

  it('has the current step as text, else the heading, also inside for NVDA', () => {
    const { thenShow } = show(itrResult('processing', job))
    for (const [result, text] of [
      [itrResult('processing', job), 'Step 2: downloading your profile.'],
      [itrResult('timed-out', job), 'We have not heard back yet'],
    ] as const) {
      thenShow(result)
      expect(bar()).toHaveAttribute('aria-valuetext', text)
      expect(bar()).toHaveTextContent(text)
    }
    expect(bar()).toHaveAccessibleName('We have not heard back yet')
  })
})

describe('ItrProgressSteps', () => {
  it('is an ordered list with the state of each step as attribute, text and aria-current', () => {
    show(itrResult('processing', { ...job, stepsFailed: ['x'] }), { steps })
    expect(part('steps').tagName).toBe('OL')
    expect(part('steps')).toHaveAttribute('role', 'list')
    const items = screen.getAllByRole('listitem')
    expect(
      items.map((item) => [item.dataset.stepId, item.dataset.stepState, item.getAttribute('aria-current')]),
    ).toEqual([
      ['create_client', 'completed', null],
      ['download_profile', 'current', 'step'],
      ['download_itr', 'upcoming', null],
      ['x', 'failed', null],
    ])
    expect(items.map(({ textContent }) => textContent)).toEqual([
      'Connect to the e-filing portal Completed',
      'Download profile In progress',
      'Download returns Not started',
      'X Failed',
    ])
    expect(items[0]).toHaveAttribute('data-itr-part', 'step')
    expect(items[0]!.querySelector('.itr-icon')).toHaveAttribute('aria-hidden', 'true')
    expect(items[0]!.querySelector('.itr-label')).toHaveTextContent(/^Connect to the e-filing portal$/)
  })

  it('is empty while no step is known', () => {
    show(itrResult('connecting'))
    expect(part('steps')).toBeEmptyDOMElement()
  })
})

describe('ItrProgressMessage', () => {
  it('shows the body, then the hints', () => {
    show(itrResult('timed-out', { connection: 'offline' }))
    const paragraphs = [...part('message').querySelectorAll('p')]
    expect(paragraphs.map(({ className, textContent }) => [className, textContent])).toEqual([
      ['', 'Nothing is lost.'],
      ['', 'It may still finish. Check again in a moment.'],
      ['itr-hint', 'You are offline. We will check again when you are back.'],
      ['itr-reference', 'Reference 7F3K-9Q2M'],
    ])
    expect(part('message').querySelector('dl')).toBeNull()
  })

  const updatedAt = '2026-04-07T11:24:31.000Z'
  const pan = 'ABCDE****F'
  const updated = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(updatedAt),
  )
  it.each([
    [
      itrResult('failed', { failure: 'account_locked', updatedAt, pan }),
      { Code: 'account_locked', 'Last update': updated, PAN: pan },
    ],
    [
      itrResult('error', { error: new ItrStatusError('http', 'permanent', { status: 404 }), job: undefined }),
      { Code: 'http 404' },
    ],
    [
      itrResult('timed-out', { error: new ItrStatusError('network', 'transient'), job: undefined }),
      { Code: 'network' },
    ],
    // The host made this result, so its PAN may be unmasked.
    [itrResult('completed', { updatedAt: null, pan: 'ABCDE1234F' }), { PAN: pan }],
    [itrResult('idle'), {}],
  ])('lists known details for a support desk with showDetails (case %#)', (result, details) => {
    show(result, { showDetails: true, locale: 'en-GB' })
    const terms = [...part('message').querySelectorAll('dt')]
    const rows = terms.map((term) => [term.textContent, term.nextElementSibling?.textContent])
    expect(Object.fromEntries(rows)).toEqual(details)
    expect(part('message').querySelectorAll('dl')).toHaveLength(terms.length > 0 ? 1 : 0)
  })
})

describe('ItrProgressActions', () => {
  const handlers = { onRestart: () => {}, onAlternative: () => {} }
  const labels = () => [...part('actions').children].map(({ textContent }) => textContent)

  it('shows the actions of the view in order', () => {
    const { thenShow } = show(itrResult('failed', { failure: 'account_locked' }), handlers)
    expect(labels()).toEqual(['Upload documents instead', 'Start again'])
    thenShow(itrResult('timed-out'))
    expect(labels()).toEqual(['Check again', 'Upload documents instead'])
    thenShow(itrResult('processing'))
    expect(part('actions')).toBeEmptyDOMElement()
  })

  it('runs an action when its button is pressed, which never submits a form', async () => {
    const user = userEvent.setup()
    const calls: string[] = []
    show(itrResult('error', { retry: () => calls.push('retry') }), {
      onRetry: () => calls.push('onRetry'),
      onRestart: () => calls.push('onRestart'),
      onAlternative: () => calls.push('onAlternative'),
    })
    for (const name of ['Check again', 'Start again', 'Upload documents instead']) {
      const button = screen.getByRole('button', { name })
      expect(button).toHaveAttribute('type', 'button')
      await user.click(button)
    }
    expect(calls).toEqual(['retry', 'onRetry', 'onRestart', 'onAlternative'])
  })

  it('opens the report in a new tab without a referrer', () => {
    show(itrResult('completed'), { reportHref: '/report' })
    const link = screen.getByRole('link', { name: 'Open the report in a new tab' })
    expect(link).toHaveAttribute('href', '/report')
    expect(link).toHaveAttribute('rel', 'noreferrer')
    expect(link).toHaveAttribute('target', '_blank')
    expect(link).not.toHaveAttribute('type')
  })
})
