import { act, fireEvent, render, screen } from '@testing-library/react'
import { itrResult } from 'itr-progress/testing'
import { describe, expect, it, vi } from 'vitest'
import { NotifyButton } from '../../docs/recipes/compositions/NotifyButton.tsx'

describe('docs/recipes/compositions/NotifyButton.tsx', () => {
  it('notifies once for two presses, and again after a failure', async () => {
    let succeed = () => {}
    let fail = () => {}
    const onNotify = vi.fn(
      () => new Promise<void>((resolve, reject) => ([succeed, fail] = [resolve, reject])),
    )
    render(<NotifyButton result={itrResult('processing')} onNotify={onNotify} />)
    const button = screen.getByRole('button', { name: 'Tell me when it is done' })
    const press = () => fireEvent.click(button)

    press()
    press()
    expect(onNotify).toHaveBeenCalledTimes(1)
    expect(button).toHaveAttribute('aria-disabled', 'true')

    await act(async () => fail())
    screen.getByText('That did not work. Try again.')
    press()
    await act(async () => succeed())
    screen.getByText(/We will send you an SMS/)
    press()
    expect(onNotify).toHaveBeenCalledTimes(2)
  })
})
