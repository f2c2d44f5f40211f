import { fireEvent, render, screen } from '@testing-library/react'
import { createRef } from 'react'
import { describe, expect, it } from 'vitest'
import type { ItrPhase } from '../../src/polling/ItrJobStatusResult.ts'
import { itrResult } from '../../src/testing/itrResult.ts'
import { ItrProgress } from '../../src/ui/root/ItrProgress.tsx'
import type { ItrProgressHandle } from '../../src/ui/root/ItrProgressProps.ts'
import { part, show } from './showing.tsx'

const handlers = { onRestart: () => {}, onAlternative: () => {} }

it('never moves by itself, whatever the phases', () => {
  const { thenShow } = show(itrResult('idle'), handlers)
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
    thenShow(itrResult(phase))
    expect(document.body).toHaveFocus()
  }
})

describe.each([
  ['Check again', itrResult('timed-out'), itrResult('processing')],
  ['Start again', itrResult('failed'), itrResult('connecting', { jobId: 'another' })],
  ['Upload documents instead', itrResult('failed'), itrResult('idle')],
  [
    'Open the report in a new tab',
    itrResult('completed', { pdfReportUrl: 'https://e.com/r' }),
    itrResult('idle'),
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
  const { thenShow } = show(itrResult('failed', { failure: 'account_locked' }), handlers)
  const button = screen.getByRole('button', { name: 'Start again' })
  button.focus()
  thenShow(itrResult('failed', { failure: 'invalid_credentials' }))
  expect(button).toHaveFocus()
  thenShow(itrResult('error'))
  expect(button).toHaveFocus()
  thenShow(itrResult('processing'))
  expect(part('heading')).toHaveFocus()
})

it('is left to the host where the host has moved it', () => {
  const { rerender } = render(<ItrProgress result={itrResult('failed')} {...handlers} />)
  screen.getByRole('button', { name: 'Start again' }).focus()
  rerender(
    <>
      <ItrProgress result={itrResult('connecting')} {...handlers} />
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- as a host's form may do */}
      <input autoFocus />
    </>,
  )
  expect(screen.getByRole('textbox')).toHaveFocus()
})

it('does not come back for a button that lost it before it went', () => {
  const { thenShow } = show(itrResult('timed-out'))
  const button = screen.getByRole('button')
  button.focus()
  button.blur()
  thenShow(itrResult('processing'))
  expect(document.body).toHaveFocus()
})

it('a host may listen to focus too', () => {
  const seen: string[] = []
  const { thenShow } = show(itrResult('timed-out'), { onFocus: () => seen.push('focus') })
  fireEvent.focus(screen.getByRole('button'))
  screen.getByRole('button').focus()
  thenShow(itrResult('processing'), {})
  expect(seen.length).toBeGreaterThan(0)
  expect(part('heading')).toHaveFocus()
})

it('the handle moves it to the button that asks again, else to the heading', () => {
  const ref = createRef<ItrProgressHandle>()
  const { rerender } = render(<ItrProgress ref={ref} result={itrResult('error')} />)
  ref.current?.focus()
  expect(screen.getByRole('button', { name: 'Check again' })).toHaveFocus()
  rerender(<ItrProgress ref={ref} result={itrResult('processing')} />)
  ref.current?.focus()
  expect(part('heading')).toHaveFocus()
  expect(ref.current?.element).toBe(part('root'))
})
