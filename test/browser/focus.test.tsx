import { ItrProgress } from 'itr-progress'
import { itrResult } from 'itr-progress/testing'
import { createPortal } from 'react-dom'
import { describe, expect, it } from 'vitest'
import { render } from 'vitest-browser-react'

describe('ItrProgress in a shadow root', () => {
  const openShadow = () => {
    const host = document.body.appendChild(document.createElement('div'))
    return { host, shadow: host.attachShadow({ mode: 'open' }) }
  }
  const showIn = (shadow: ShadowRoot, phase: 'timed-out' | 'processing') => (
    <>
      <input aria-label="name" />
      {createPortal(<ItrProgress result={itrResult(phase)} />, shadow)}
    </>
  )

  it('moves the focus to the heading when the focused action is removed', async () => {
    const { host, shadow } = openShadow()
    const { rerender } = await render(showIn(shadow, 'timed-out'))
    shadow.querySelector('button')!.focus()
    await rerender(showIn(shadow, 'processing'))
    expect(shadow.activeElement).toBe(shadow.querySelector('h2'))
    host.remove()
  })

  it('does not take the focus from a field outside', async () => {
    const { host, shadow } = openShadow()
    const { rerender, getByLabelText } = await render(showIn(shadow, 'timed-out'))
    shadow.querySelector('button')!.focus()
    const field = getByLabelText('name').element() as HTMLInputElement
    field.focus()
    await rerender(showIn(shadow, 'processing'))
    expect(document.activeElement).toBe(field)
    host.remove()
  })
})
