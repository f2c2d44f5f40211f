import { render } from '@testing-library/react'
import { createPortal } from 'react-dom'
import { describe, expect, it } from 'vitest'
import { itrResult } from '../../src/testing/itrResult.ts'
import { ItrProgress } from '../../src/ui/root/ItrProgress.tsx'

describe('ItrProgress in a form in a shadow root', () => {
  it('keeps the focus in a field when the host calls checkValidity()', () => {
    const host = document.body.appendChild(document.createElement('div'))
    const shadow = host.attachShadow({ mode: 'open' })
    const form = (
      <form>
        <input aria-label="name" />
        <ItrProgress name="itr" required result={itrResult('processing')} />
      </form>
    )
    render(createPortal(form, shadow))
    const field = shadow.querySelector<HTMLElement>('[aria-label="name"]')!
    field.focus()
    expect(shadow.querySelector('form')!.checkValidity()).toBe(false)
    expect(shadow.activeElement).toBe(field)
    expect(shadow.querySelector('.itr-refusal')).toBeNull()
    host.remove()
  })
})
