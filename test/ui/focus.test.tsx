import { fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { createPortal } from 'react-dom'
import { describe, expect, it, vi } from 'vitest'
import { ItrProgressActions, ItrProgressAlternative, ItrProgressHeading } from '../../src/index.ts'
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

  it('moves to the heading when a focused action in a portal is removed, and calls onFocus of the host', () => {
    const onFocus = vi.fn()
    const footer = document.body.appendChild(document.createElement('footer'))
    const children = (
      <>
        <ItrProgressHeading />
        {createPortal(<ItrProgressActions />, footer)}
        <p role="status" data-itr-part="announcer" />
      </>
    )
    const { thenShow } = show(itrResult('timed-out'), { children, onFocus })
    screen.getByText('Check again').focus()
    expect(onFocus).toHaveBeenCalledOnce()
    thenShow(itrResult('processing'))
    expect(part('heading')).toHaveFocus()
    footer.remove()
  })

  it('is not moved in a composition without a heading', () => {
    const children = (
      <>
        <ItrProgressActions />
        <p role="status" data-itr-part="announcer" />
      </>
    )
    const { thenShow } = show(itrResult('timed-out'), { children })
    screen.getByText('Check again').focus()
    expect(() => thenShow(itrResult('processing'))).not.toThrow()
    expect(document.body).toHaveFocus()
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

  it('does not move when a focused element outside is removed', () => {
    const { rerender } = render(
      <>
        <button>Start</button>
        <ItrProgress result={itrResult('idle')} />
      </>,
    )
    screen.getByRole('button').focus()
    rerender(
      <>
        {null}
        <ItrProgress result={itrResult('connecting')} />
      </>,
    )
    expect(document.body).toHaveFocus()
  })

  it('does not return for a button that lost it before it was removed', () => {
    const { thenShow } = show(itrResult('timed-out'))
    screen.getByRole('button').focus()
    screen.getByRole('button').blur()
    thenShow(itrResult('processing'))
    expect(document.body).toHaveFocus()
  })

  it('moves to the heading while the person is in another window', () => {
    const { thenShow } = show(itrResult('timed-out'))
    const button = screen.getByRole('button')
    button.focus()
    // A browser sends both when the window loses the focus. The button stays the active element.
    fireEvent.blur(button)
    fireEvent.focusOut(button)
    expect(button).toHaveFocus()
    thenShow(itrResult('processing'))
    expect(part('heading')).toHaveFocus()
  })

  it('moves to the heading in a shadow root, except from a field outside', () => {
    const host = document.body.appendChild(document.createElement('div'))
    const shadow = host.attachShadow({ mode: 'open' })
    const showInShadow = (phase: 'timed-out' | 'processing') => (
      <>
        <input />
        {createPortal(<ItrProgress result={itrResult(phase)} />, shadow)}
      </>
    )
    const { rerender } = render(showInShadow('timed-out'))
    shadow.querySelector('button')!.focus()
    rerender(showInShadow('processing'))
    expect(shadow.activeElement).toBe(shadow.querySelector('h2'))
    rerender(showInShadow('timed-out'))
    shadow.querySelector('button')!.focus()
    screen.getByRole('textbox').focus()
    rerender(showInShadow('processing'))
    expect(screen.getByRole('textbox')).toHaveFocus()
    host.remove()
  })

  it('moves to the heading at once when the host removes the focused action', async () => {
    const Choice = () => {
      const [isChosen, setIsChosen] = useState(false)
      return isChosen ? null : <ItrProgressAlternative onClick={() => setIsChosen(true)} />
    }
    const children = [
      <ItrProgressHeading key="heading" />,
      <ItrProgressActions key="actions">
        <Choice />
      </ItrProgressActions>,
    ]
    show(itrResult('timed-out'), { ...handlers, children })
    await userEvent.click(screen.getByRole('button'))
    expect(screen.queryByRole('button')).toBeNull()
    expect(part('heading')).toHaveFocus()
  })

  it('does not move at a later render after the host removed a focused element of its own', async () => {
    const Choice = () => {
      const [isChosen, setIsChosen] = useState(false)
      return isChosen ? null : <button onClick={() => setIsChosen(true)}>Choose</button>
    }
    const children = [<ItrProgressHeading key="heading" />, <Choice key="choice" />]
    const { thenShow } = show(itrResult('processing'), { children })
    await userEvent.click(screen.getByRole('button'))
    thenShow(itrResult('completed'))
    expect(document.body).toHaveFocus()
  })
})
