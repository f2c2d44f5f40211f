import { render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ItrProgress } from '../../src/index.ts'
import { answer, createClient, createProxy, JOB, tick, URL, useFakePage } from '../react/watching.tsx'

useFakePage({ beforeEach, afterEach })

/** A wizard that shows one step at a time; what is typed it keeps itself. */
function openWizard() {
  const proxy = createProxy()
  const client = createClient()
  const onCompleted = vi.fn()
  const wizard = (step: 'income' | 'address') => (
    <form aria-label="wizard">
      {step === 'income' ? (
        <ItrProgress
          jobId={JOB}
          proxyUrl={URL}
          fetch={proxy.fetch}
          queryClient={client}
          onCompleted={onCompleted}
          name="itr"
          required
        />
      ) : (
        <input aria-label="City" />
      )}
    </form>
  )
  const { rerender } = render(wizard('income'))
  const form = () => screen.getByRole<HTMLFormElement>('form')
  return {
    proxy,
    onCompleted,
    goTo: (step: 'income' | 'address') => rerender(wizard(step)),
    phase: () => screen.getByRole('group').dataset.phase,
    isValid: () => form().checkValidity(),
    value: () => new FormData(form()).get('itr'),
  }
}

it('leaving the step stops the asking, and coming back goes on where it was, not before interval.min', async () => {
  const { proxy, goTo, phase } = openWizard()
  await tick(500)
  goTo('address')
  await tick(3_000)
  goTo('income')
  // What is known is there with the first paint.
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

it('however fast a person goes to and fro, nobody is asked more often', async () => {
  const { proxy, goTo } = openWizard()
  for (let i = 0; i < 100; i++) {
    goTo(i % 2 === 0 ? 'address' : 'income')
    await tick(200)
  }
  expect(Math.min(...proxy.waits)).toBeGreaterThanOrEqual(5_000)
  expect(proxy.calls.length).toBeLessThanOrEqual(5)
})

it('a completed job is there at once when the step comes back: the form is free, and nobody is asked', async () => {
  const { proxy, onCompleted, goTo, phase, isValid, value } = openWizard()
  proxy.says = answer({ status: 'completed' })
  await tick(500)
  goTo('address')
  await tick(50_000)
  goTo('income')
  expect([phase(), isValid(), value()]).toEqual(['completed', true, JOB])
  await tick(30_000)
  expect(proxy.calls).toHaveLength(1)
  // Each step that is shown is told, as a widget of its own.
  expect(onCompleted).toHaveBeenCalledTimes(2)
})

it('a minute after the step was left nothing is kept, and coming back asks anew', async () => {
  const { proxy, goTo, phase, isValid } = openWizard()
  proxy.says = answer({ status: 'completed' })
  await tick(500)
  goTo('address')
  await tick(61_000)
  goTo('income')
  expect([phase(), isValid()]).toEqual(['connecting', false])
  await tick(500)
  expect([phase(), isValid()]).toEqual(['completed', true])
  expect(proxy.calls).toHaveLength(2)
})

it('the window is the job’s, not the step’s: the time on another step counts', async () => {
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
