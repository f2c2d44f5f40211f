import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { ItrProgressAnnouncer, ItrProgressStep, ItrProgressSteps } from '../../src/index.ts'
import { ItrStatusError } from '../../src/contract/ItrStatusError.ts'
import { en } from '../../src/locales/en.ts'
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
  })

  it('is full and hidden from screen readers once the job is terminal', () => {
    const { thenShow } = show(itrResult('completed', job))
    expect(screen.queryByRole('progressbar')).toBeNull()
    const getSegments = () =>
      [...part('bar').querySelectorAll('.itr-segment')].map(({ className }) => className)
    expect(part('bar')).toHaveAttribute('aria-valuenow', '1')
    expect(getSegments()).toEqual(['itr-segment itr-done'])
    thenShow(itrResult('failed', { ...job, currentStep: null, stepsFailed: ['download_profile'] }), { steps })
    expect(screen.queryByRole('progressbar')).toBeNull()
    expect(getSegments()).toEqual([
      'itr-segment itr-done',
      'itr-segment itr-failed',
      'itr-segment itr-current',
    ])
    thenShow(itrResult('failed', job), {})
    expect(getSegments()).toEqual(['itr-segment itr-failed'])
  })

  it('has the current step as text, else the heading, also inside for NVDA', () => {
    const { thenShow } = show(itrResult('processing', job))
    for (const [result, text] of [
      [itrResult('processing', job), 'Step 2: profile.'],
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
      'Connection to the e-filing portal Completed',
      'Profile In progress',
      'Filed returns Not started',
      'X Failed',
    ])
    expect(items[0]).toHaveAttribute('data-itr-part', 'step')
    expect(items[0]!.querySelector('.itr-icon')).toHaveAttribute('aria-hidden', 'true')
    expect(items[0]!.querySelector('.itr-label')).toHaveTextContent(/^Connection to the e-filing portal$/)
  })

  it('takes a function for a step, and a step takes its own label and attributes', () => {
    show(itrResult('processing', job), {
      children: [
        <ItrProgressSteps key="steps">
          {(step) => (
            <ItrProgressStep step={step} className={({ phase }) => phase} title={step.id}>
              {step.label} <a href="/help">Help</a>
            </ItrProgressStep>
          )}
        </ItrProgressSteps>,
        <ItrProgressAnnouncer key="announcer" />,
      ],
    })
    const [first, second] = screen.getAllByRole('listitem')
    expect(first).toHaveTextContent(/^Connection to the e-filing portal Help Completed$/)
    expect(second).toHaveTextContent(/^Profile Help In progress$/)
    expect(second).toHaveClass('processing')
    expect(second).toHaveAttribute('title', 'download_profile')
    expect(second).toHaveAttribute('aria-current', 'step')
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

  it('shows the reference when the hint about the connection is empty', () => {
    show(itrResult('timed-out', { connection: 'offline' }), { messages: { 'hint.offline': '' } })
    expect(part('message').querySelectorAll('.itr-hint')).toHaveLength(0)
    expect(part('message').querySelector('.itr-reference')).toHaveTextContent('Reference 7F3K-9Q2M')
  })

  it.each([
    ['R', en.reference, 'Reference R'],
    ['e', en.reference, 'Reference e'],
    ['7F', 'Ref {reference}: mail help+{reference}@host.example', 'Ref 7F: mail help+7F@host.example'],
    ['7F', 'Call us', 'Call us'],
  ])('shows the whole text for the reference %s and the message "%s"', (reference, message, text) => {
    show(itrResult('failed', { reference }), { messages: { reference: message } })
    expect(part('message').querySelector('.itr-reference')?.textContent).toBe(text)
    expect(part('message').querySelector('.itr-code')?.textContent).toBe(
      text === message ? undefined : reference,
    )
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

describe('ItrProgressTiming', () => {
  const texts = () =>
    [...part('timing').children].map(({ textContent }) => textContent.trim().replace(/\s/g, ' '))
  const time = (ms: number) =>
    new Date(ms).toLocaleTimeString('en-IN', { timeStyle: 'short' }).replace(/\s/g, ' ')
  const at = Date.UTC(2026, 3, 7, 11, 24, 54)
  const result = { ...job, startedAt: at - 40_000, updatedAt: new Date(at).toISOString() }

  it('shows the step of the plan, the elapsed time and the time of the last response', () => {
    const { thenShow } = show(itrResult('processing', result), { steps })
    expect(texts()).toEqual(['Step 2 of 3', `After 40 seconds, at ${time(at)}`])
    thenShow(itrResult('processing', result), {})
    expect(texts()).toEqual([`After 40 seconds, at ${time(at)}`])
    thenShow(itrResult('connecting'))
    expect(texts()).toEqual([])
  })
})

describe('ItrProgressActions', () => {
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

describe('ItrProgress: a live job with `enabled: false`', () => {
  it('does not say that it is fetching', () => {
    const result = itrResult('processing', { currentStep: 'download_itr' })
    result.isPolling = false
    show(result)
    expect(part('heading')).toHaveTextContent(en.heading.idle)
    expect(part('message')).toHaveTextContent(en.body.paused)
    expect(part('bar')).toHaveAttribute('aria-valuetext', en.heading.idle)
    expect(part('bar')).not.toHaveAttribute('data-polling')
    expect(part('announcer')).toBeEmptyDOMElement()
  })
})
