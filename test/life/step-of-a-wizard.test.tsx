import { render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ItrProgress } from '../../src/index.ts'
import { answer, createClient, createProxy, JOB, tick, URL, useFakePage } from '../react/watching.tsx'

useFakePage({ beforeEach, afterEach })

function openWizard(status = 'processing') {
  const proxy = createProxy(answer({ status }))
  const onCompleted = vi.fn()
  const watch = { jobId: JOB, proxyUrl: URL, fetch: proxy.fetch, queryClient: createClient(), onCompleted }
  const wizard = (step: 'income' | 'address') => (
    <form aria-label="wizard">
      {step === 'income' ? <ItrProgress {...watch} name="itr" required /> : <input aria-label="City" />}
    </form>
  )
  const { rerender } = render(wizard('income'))
  const form = screen.getByRole<HTMLFormElement>('form')
  return {
    proxy,
    onCompleted,
    goTo: (step: 'income' | 'address') => rerender(wizard(step)),
    phase: () => screen.getByRole('group').dataset.phase,
    isValid: () => form.querySelector('input')!.validity.valid,
    value: () => new FormData(form).get('itr'),
  }
}

describe('the widget in one step of a wizard', () => {
  it('stops polling while another step is shown, and continues after interval.min', async () => {
    const { proxy, goTo, phase } = openWizard()
    await tick(500)
    goTo('address')
    await tick(3_000)
    goTo('income')
    expect(phase()).toBe('processing')
    await tick(1_000)
    expect(proxy.calls).toHaveLength(1)
    goTo('address')
    await tick(30_000)
    expect(proxy.calls).toHaveLength(1)
    goTo('income')
    await tick(0)
    expect(proxy.calls).toHaveLength(2)
  })

  it('keeps interval.min through a hundred fast changes of the step', async () => {
    const { proxy, goTo } = openWizard()
    for (let i = 0; i < 100; i++) {
      goTo(i % 2 === 0 ? 'address' : 'income')
      await tick(200)
    }
    expect(Math.min(...proxy.waits)).toBeGreaterThanOrEqual(5_000)
    expect(proxy.calls.length).toBeLessThanOrEqual(5)
  })

  it('shows a completed job at once within a minute, without a request', async () => {
    const { proxy, onCompleted, goTo, phase, isValid, value } = openWizard('completed')
    await tick(500)
    goTo('address')
    await tick(50_000)
    goTo('income')
    expect([phase(), isValid(), value()]).toEqual(['completed', true, JOB])
    await tick(30_000)
    expect(proxy.calls).toHaveLength(1)
    // Once per mounted widget.
    expect(onCompleted).toHaveBeenCalledTimes(2)
  })

  it('forgets the job after a minute, and polls again', async () => {
    const { proxy, goTo, phase, isValid } = openWizard('completed')
    await tick(500)
    goTo('address')
    await tick(61_000)
    goTo('income')
    expect([phase(), isValid()]).toEqual(['connecting', false])
    await tick(500)
    expect([phase(), isValid()]).toEqual(['completed', true])
    expect(proxy.calls).toHaveLength(2)
  })

  it('counts the time on other steps toward the deadline', async () => {
    const { goTo, phase } = openWizard()
    for (let minute = 0; minute < 4; minute++) {
      await tick(10_000)
      goTo('address')
      await tick(50_000)
      goTo('income')
    }
    await tick(1_000)
    expect(phase()).toBe('timed-out')
  })
})
