import { fireEvent, render, screen } from '@testing-library/react'
import { createRef } from 'react'
import { describe, expect, it } from 'vitest'
import type { ItrPhase } from '../../src/polling/ItrJobStatusResult.ts'
import { itrState } from '../../src/testing/itrState.ts'
import { ItrProgress } from '../../src/ui/ItrProgress.tsx'
import type { ItrProgressHandle } from '../../src/ui/ItrProgressProps.ts'
import { part, show } from './showing.tsx'

const handlers = { onRestart: () => {}, onFallback: () => {} }

it('never moves by itself, whatever the phases', () => {
  const { thenShow } = show(itrState('idle'), handlers)
  const phases: ItrPhase[] = [
    'connecting',
    'processing',
    'timed-out',
    'processing',
    'error',
    'failed',
    'completed',
  ]
  for (const phase of phases) {
    thenShow(itrState(phase))
    expect(document.body).toHaveFocus()
  }
})

describe.each([
  ['Check again', itrState('timed-out'), itrState('processing')],
  ['Start again', itrState('failed'), itrState('connecting', { jobId: 'another' })],
  ['Upload documents instead', itrState('failed'), itrState('idle')],
  [
    'Open the report in a new tab',
    itrState('completed', { pdfReportUrl: 'https://e.com/r' }),
    itrState('idle'),
  ],
])('when "%s" goes away', (name, before, after) => {
  it('goes to the heading if it was on it', () => {
    const { thenShow } = show(before, handlers)
    screen.getByText(name).focus()
    thenShow(after)
    expect(part('heading')).toHaveFocus()
  })

  it('stays where it is if it was elsewhere', () => {
    const { thenShow } = show(before, handlers)
    thenShow(after)
    expect(document.body).toHaveFocus()
  })
})

it('stays on a button that stays, in whatever place', () => {
  const { thenShow } = show(itrState('failed', { failure: 'account_locked' }), handlers)
  const button = screen.getByRole('button', { name: 'Start again' })
  button.focus()
  thenShow(itrState('failed', { failure: 'invalid_credentials' }))
  expect(button).toHaveFocus()
  thenShow(itrState('error'))
  expect(button).toHaveFocus()
  thenShow(itrState('processing'))
  expect(part('heading')).toHaveFocus()
})

it('is left to the host where the host has moved it', () => {
  const { rerender } = render(<ItrProgress itr={itrState('failed')} {...handlers} />)
  screen.getByRole('button', { name: 'Start again' }).focus()
  rerender(
    <>
      <ItrProgress itr={itrState('connecting')} {...handlers} />
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- as a host's form may do */}
      <input autoFocus />
    </>,
  )
  expect(screen.getByRole('textbox')).toHaveFocus()
})

it('does not come back for a button that lost it before it went', () => {
  const { thenShow } = show(itrState('timed-out'))
  const button = screen.getByRole('button')
  button.focus()
  button.blur()
  thenShow(itrState('processing'))
  expect(document.body).toHaveFocus()
})

it('a host may listen to focus too', () => {
  const seen: string[] = []
  const { thenShow } = show(itrState('timed-out'), { onFocus: () => seen.push('focus') })
  fireEvent.focus(screen.getByRole('button'))
  screen.getByRole('button').focus()
  thenShow(itrState('processing'), {})
  expect(seen.length).toBeGreaterThan(0)
  expect(part('heading')).toHaveFocus()
})

it('the handle moves it to the button that asks again, else to the heading', () => {
  const ref = createRef<ItrProgressHandle>()
  const { rerender } = render(<ItrProgress ref={ref} itr={itrState('error')} />)
  ref.current?.focus()
  expect(screen.getByRole('button', { name: 'Check again' })).toHaveFocus()
  rerender(<ItrProgress ref={ref} itr={itrState('processing')} />)
  ref.current?.focus()
  expect(part('heading')).toHaveFocus()
  expect(ref.current?.element).toBe(part('root'))
})
