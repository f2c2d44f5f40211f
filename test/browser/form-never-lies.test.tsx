import { notifyManager, QueryClient } from '@tanstack/react-query'
import fc from 'fast-check'
import { ItrProgress, itrJobStatusOptions, parseItrJob, type ItrJobStatusResult } from 'itr-progress'
import 'itr-progress/styles.css'
import { itrResult } from 'itr-progress/testing'
import type { ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { afterAll, beforeAll, expect, it } from 'vitest'

type Step =
  | { do: 'show'; state: string }
  | { do: 'type'; text: string }
  | { do: 'submit' | 'click' | 'check' | 'reset' | 'remount' }

const stepsOver = (states: readonly string[]): fc.Arbitrary<Step> =>
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ do: fc.constant('show' as const), state: fc.constantFrom(...states) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constant('type' as const), text: fc.constantFrom('', 'Asha', 'Ravi') }),
    },
    {
      weight: 7,
      arbitrary: fc.record({
        do: fc.constantFrom('submit', 'click', 'check', 'reset', 'remount'),
      }),
    },
  ) as fc.Arbitrary<Step>

/** What decides how a job stands, and what the form has to make of it. */
interface Job {
  widget: () => ReactNode
  show: (state: string) => void
  /** The job whose verification is completed. */
  completed: () => string | null
}

interface Sent {
  itr: FormDataEntryValue | null
  name: FormDataEntryValue | null
}

/** A real form in a real browser, and what it sent. */
function openForm({ widget, show }: Job) {
  const place = document.body.appendChild(document.createElement('div'))
  const root = createRoot(place)
  const sent: Sent[] = []
  let key = 0
  const render = () =>
    flushSync(() =>
      root.render(
        <form
          onSubmit={(event) => {
            event.preventDefault()
            const data = new FormData(event.currentTarget)
            sent.push({ itr: data.get('itr'), name: data.get('name') })
          }}
        >
          <input name="name" aria-label="Name" />
          <div key={key}>{widget()}</div>
          <button className="send">Send</button>
        </form>,
      ),
    )
  render()
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- as querySelector itself
  const find = <T extends Element>(selector: string) => place.querySelector<T>(selector)!
  const form = () => find<HTMLFormElement>('form')
  return {
    sent,
    name: () => find<HTMLInputElement>('[name="name"]'),
    isRefused: () => find('[data-itr-part="root"]').matches('[data-invalid]:has(.itr-refusal)'),
    async run(step: Step) {
      if (step.do === 'show') {
        flushSync(() => show(step.state))
        render()
      }
      if (step.do === 'type') {
        this.name().focus()
        this.name().value = step.text
        this.name().dispatchEvent(new Event('input', { bubbles: true }))
      }
      if (step.do === 'submit') flushSync(() => form().requestSubmit())
      if (step.do === 'click') {
        flushSync(() => find<HTMLButtonElement>('.send').click())
        // Nobody does anything else in the same task.
        await new Promise((resolve) => setTimeout(resolve))
      }
      if (step.do === 'check') form().checkValidity()
      if (step.do === 'reset') flushSync(() => form().reset())
      if (step.do === 'remount') {
        key++
        render()
      }
    },
    close() {
      flushSync(() => root.unmount())
      place.remove()
    },
  }
}

async function neverLies(createJob: () => Job, states: readonly string[], numRuns: number) {
  await fc.assert(
    fc.asyncProperty(fc.array(stepsOver(states), { minLength: 1, maxLength: 25 }), async (steps) => {
      const job = createJob()
      const form = openForm(job)
      let isRefused = false
      try {
        for (const next of steps) {
          const before = form.sent.length
          const typed = form.name().value
          const was = job.completed()
          await form.run(next)
          const handle = job.completed()
          const isTry = next.do === 'submit' || next.do === 'click'
          expect(form.sent.length - before).toBe(isTry && handle !== null ? 1 : 0)
          if (isTry && handle !== null) expect(form.sent.at(-1)).toEqual({ itr: handle, name: typed })
          // Nothing that was typed is lost, but by a reset.
          expect(form.name().value).toBe(next.do === 'reset' ? '' : next.do === 'type' ? next.text : typed)
          // Typing and asking move no focus, and refuse nothing.
          if (next.do === 'type') expect(document.activeElement).toBe(form.name())
          if (next.do === 'reset' || next.do === 'remount' || next.do === 'show' || was !== handle)
            isRefused = form.isRefused() && isRefused && next.do === 'show'
          if (isTry) isRefused = handle === null
          expect(form.isRefused()).toBe(isRefused)
        }
      } finally {
        form.close()
      }
    }),
    { numRuns },
  )
}

const states: Record<string, ItrJobStatusResult> = {
  connecting: itrResult('connecting'),
  processing: itrResult('processing'),
  'timed-out': itrResult('timed-out'),
  failed: itrResult('failed'),
  error: itrResult('error'),
  completed: itrResult('completed'),
  'another job': { ...itrResult('processing'), jobId: 'another' },
}

/** A host that has the result already. */
function givenJob(): Job {
  let result = states.connecting!
  return {
    widget: () => <ItrProgress result={result} name="itr" required onAlternative={() => {}} />,
    show: (state) => void (result = states[state]!),
    completed: () => (result.phase === 'completed' ? result.jobId : null),
  }
}

/** A job, or the answer that comes for the one that is watched. */
const events = ['first', 'second', 'initiated', 'processing', 'completed', 'failed']

/** A host that lets the widget ask; the answers come into the cache as they would from the proxy. */
function watchedJob(): Job {
  const client = new QueryClient()
  const fetch = () => new Promise<Response>(() => {})
  const ends = new Map<string, string>()
  let jobId = 'first'
  const options = () => ({ jobId, proxyUrl: '/status', fetch })
  return {
    widget: () => <ItrProgress {...options()} queryClient={client} name="itr" required />,
    show(state) {
      if (state === 'first' || state === 'second') {
        jobId = state
        return
      }
      // The first end is the end.
      if ((state === 'completed' || state === 'failed') && !ends.has(jobId)) ends.set(jobId, state)
      const answer = parseItrJob({ job_id: jobId, status: state })
      client.setQueryData(itrJobStatusOptions(options()).queryKey, answer)
    },
    completed: () => (ends.get(jobId) === 'completed' ? jobId : null),
  }
}

// So that an answer is seen in the step that brings it.
beforeAll(() => notifyManager.setScheduler((callback) => callback()))
afterAll(() => notifyManager.setScheduler((callback) => setTimeout(callback, 0)))

it('a form is never sent before the verification is completed, and never blocked after it', async () => {
  await neverLies(givenJob, Object.keys(states), 500)
}, 120_000)

it('nor where the widget watches the job itself, and is given another one', async () => {
  await neverLies(watchedJob, events, 500)
}, 120_000)
