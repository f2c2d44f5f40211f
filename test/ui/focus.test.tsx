import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { itrResult } from '../../src/testing/itrResult.ts'
import { ItrProgress } from '../../src/ui/root/ItrProgress.tsx'
import { part, show } from './show.tsx'

const handlers = { onRestart: () => {}, onAlternative: () => {} }

describe('ItrProgress: focus', () => {
  it('does not move when only the phase changes', () => {
    const { thenShow } = show(itrResult('idle'), handlers)
    for (const phase of ['connecting', 'processing', 'timed-out', 'error', 'failed', 'completed'] as const) {
      thenShow(itrResult(phase))
      expect(document.body).toHaveFocus()
    }
  })

  const pdfReportUrl = 'https://example.com/report'
  it.each([
    ['Check again', itrResult('timed-out'), itrResult('processing')],
    ['Start again', itrResult('failed'), itrResult('connecting', { jobId: 'another' })],
    ['Upload documents instead', itrResult('failed'), itrResult('idle')],
    ['Open the report in a new tab', itrResult('completed', { pdfReportUrl }), itrResult('idle')],
  ])('moves to the heading when the focused action "%s" is removed', (name, before, after) => {
    const { thenShow } = show(before, handlers)
    screen.getByText(name).focus()
    thenShow(after)
    expect(part('heading')).toHaveFocus()
  })

  it('stays on a button that stays, even if it moves', () => {
    const { thenShow } = show(itrResult('failed', { failure: 'account_locked' }), handlers)
    const button = screen.getByRole('button', { name: 'Start again' })
    button.focus()
    for (const result of [itrResult('failed', { failure: 'invalid_credentials' }), itrResult('error')]) {
      thenShow(result)
      expect(button).toHaveFocus()
    }
    thenShow(itrResult('processing'))
    expect(part('heading')).toHaveFocus()
  })

  it('stays where the host moved it', () => {
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

  it('does not return for a button that lost it before it was removed', () => {
    const { thenShow } = show(itrResult('timed-out'))
    screen.getByRole('button').focus()
    screen.getByRole('button').blur()
    thenShow(itrResult('processing'))
    expect(document.body).toHaveFocus()
  })

  it('calls onFocus of the host', async () => {
    const onFocus = vi.fn()
    const { thenShow } = show(itrResult('timed-out'), { onFocus })
    await userEvent.tab()
    expect(onFocus).toHaveBeenCalledOnce()
    thenShow(itrResult('processing'), {})
    expect(part('heading')).toHaveFocus()
  })
})
