import { render, screen } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { ItrProgress } from '../../src/index.ts'
import {
  createClient,
  createProxy,
  JOB,
  PROXY_URL,
  statusBody,
  tick,
  useFakePage,
} from '../react/watchJob.tsx'

useFakePage()

function openWizard(status: string) {
  const proxy = createProxy(statusBody({ status }))
  const onCompleted = vi.fn()
  const options = {
    jobId: JOB,
    proxyUrl: PROXY_URL,
    fetch: proxy.fetch,
    queryClient: createClient(),
    onCompleted,
  }
  const wizard = (isShown: boolean) => (
    <form aria-label="wizard">
      {isShown ? <ItrProgress {...options} name="itr" required /> : <input aria-label="City" />}
    </form>
  )
  const { rerender } = render(wizard(true))
  const form = screen.getByRole<HTMLFormElement>('form')
  return {
    proxy,
    onCompleted,
    showStep: (isShown: boolean) => rerender(wizard(isShown)),
    readStep: () => ({
      phase: screen.getByRole('group').dataset.phase,
      isValid: form.querySelector('input')!.validity.valid,
      value: new FormData(form).get('itr'),
    }),
  }
}

describe('ItrProgress in one step of a wizard', () => {
  it('shows a completed job at once after a return within a minute, and polls again later', async () => {
    const { proxy, onCompleted, showStep, readStep } = openWizard('completed')
    await tick(500)
    showStep(false)
    await tick(50_000)
    showStep(true)
    expect(readStep()).toEqual({ phase: 'completed', isValid: true, value: JOB })
    await tick(30_000)
    expect(proxy.calls).toHaveLength(1)
    // Once per mounted widget.
    expect(onCompleted).toHaveBeenCalledTimes(2)

    showStep(false)
    await tick(61_000)
    showStep(true)
    expect(readStep()).toEqual({ phase: 'connecting', isValid: false, value: '' })
    await tick(500)
    expect(readStep()).toMatchObject({ phase: 'completed', isValid: true })
    expect(proxy.calls).toHaveLength(2)
  })

  it('counts the time on other steps toward the deadline, and does not poll then', async () => {
    const { proxy, showStep, readStep } = openWizard('processing')
    for (let minute = 0; minute < 4; minute++) {
      await tick(10_000)
      showStep(false)
      const before = proxy.calls.length
      await tick(50_000)
      expect(proxy.calls).toHaveLength(before)
      showStep(true)
    }
    await tick(1_000)
    expect(readStep().phase).toBe('timed-out')
  })
})
