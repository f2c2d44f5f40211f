import { notifyManager, QueryClient } from '@tanstack/react-query'
import fc from 'fast-check'
import { ItrProgress, itrJobStatusOptions, parseItrJob, type ItrJobStatusResult } from 'itr-progress'
import 'itr-progress/styles.css'
import { itrResult } from 'itr-progress/testing'
import type { ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

type Step =
  | { do: 'show'; state: string }
  | { do: 'type'; text: string }
  | { do: 'submit' | 'click' | 'checkValidity' | 'reset' | 'remount' }

/** The widget of a host, and the state of its job. */
interface Host {
  widget: () => ReactNode
  show: (state: string) => void
  /** Value that the form must submit, or null while it must block. */
  completedJob: () => string | null
}

/** Renders the widget in a real form, and records what it submits. */
function openForm({ widget, show }: Host) {
  const container = document.body.appendChild(document.createElement('div'))
  const root = createRoot(container)
  const submitted: Record<string, FormDataEntryValue>[] = []
  let key = 0
  const render = () =>
    flushSync(() =>
      root.render(
        <form
          onSubmit={(event) => {
            event.preventDefault()
            submitted.push(Object.fromEntries(new FormData(event.currentTarget)))
          }}
        >
          <input name="name" aria-label="Name" />
          <div key={key}>{widget()}</div>
          <button className="send">Send</button>
        </form>,
      ),
    )
  render()
  const form = container.querySelector('form')!
  const name = form.querySelector<HTMLInputElement>('[name="name"]')!
  const actions: Record<Exclude<Step['do'], 'show' | 'type'>, () => unknown> = {
    submit: () => flushSync(() => form.requestSubmit()),
    click: () => flushSync(() => form.querySelector<HTMLButtonElement>('.send')!.click()),
    checkValidity: () => form.checkValidity(),
    reset: () => flushSync(() => form.reset()),
    remount() {
      key++
      render()
    },
  }
  return {
    submitted,
    name,
    showsError: () =>
      form.querySelector('[data-itr-part="root"]')!.matches('[data-invalid]:has(.itr-refusal)'),
    run(step: Step) {
      if (step.do === 'show') {
        flushSync(() => show(step.state))
        render()
      } else if (step.do === 'type') {
        name.focus()
        name.value = step.text
        name.dispatchEvent(new Event('input', { bubbles: true }))
      } else actions[step.do]()
    },
    close() {
      flushSync(() => root.unmount())
      container.remove()
    },
  }
}

async function checkSteps(host: Host, steps: Step[]) {
  const form = openForm(host)
  let showsError = false
  try {
    for (const step of steps) {
      const submitsBefore = form.submitted.length
      const typed = form.name.value
      const completedBefore = host.completedJob()
      form.run(step)
      const itr = host.completedJob()
      const isAttempt = step.do === 'submit' || step.do === 'click'

      expect(form.submitted.slice(submitsBefore)).toEqual(
        isAttempt && itr !== null ? [{ name: typed, itr }] : [],
      )
      expect(form.name.value).toBe(step.do === 'reset' ? '' : step.do === 'type' ? step.text : typed)
      if (step.do === 'type') expect(document.activeElement).toBe(form.name)

      if (isAttempt) showsError = itr === null
      else if (step.do === 'reset' || step.do === 'remount' || completedBefore !== itr) showsError = false
      // Another job hides the error; another phase of the same job may keep it.
      else if (step.do === 'show') showsError &&= form.showsError()
      expect(form.showsError()).toBe(showsError)
    }
  } finally {
    form.close()
  }
}

const results: Record<string, ItrJobStatusResult> = {
  connecting: itrResult('connecting'),
  processing: itrResult('processing'),
  'timed-out': itrResult('timed-out'),
  failed: itrResult('failed'),
  error: itrResult('error'),
  completed: itrResult('completed'),
  'another job': { ...itrResult('processing'), jobId: 'another' },
}

/** Passes results to the widget. */
function createResultHost(): Host {
  let result = results.connecting!
  return {
    widget: () => <ItrProgress result={result} name="itr" required onAlternative={() => {}} />,
    show: (state) => void (result = results[state]!),
    completedJob: () => (result.phase === 'completed' ? result.jobId : null),
  }
}

/** Lets the widget poll. A state is a jobId, or the status that arrives in the cache for the current job. */
function createPollingHost(): Host {
  const client = new QueryClient()
  const fetch = () => new Promise<Response>(() => {})
  const terminal = new Map<string, string>()
  let jobId = 'first'
  const options = () => ({ jobId, proxyUrl: '/status', fetch })
  return {
    widget: () => <ItrProgress {...options()} queryClient={client} name="itr" required />,
    show(state) {
      if (state === 'first' || state === 'second') {
        jobId = state
        return
      }
      // Later statuses never replace a terminal one.
      if ((state === 'completed' || state === 'failed') && !terminal.has(jobId)) terminal.set(jobId, state)
      const job = parseItrJob({ job_id: jobId, status: state })
      client.setQueryData(itrJobStatusOptions(options()).queryKey, job)
    },
    completedJob: () => (terminal.get(jobId) === 'completed' ? jobId : null),
  }
}

// react-query notifies in a timer by default; the tests expect each response within its step.
beforeAll(() => notifyManager.setScheduler((callback) => callback()))
afterAll(() => notifyManager.setScheduler((callback) => setTimeout(callback, 0)))

describe('any sequence of steps in a form', () => {
  it.each([
    ['given results', createResultHost, Object.keys(results)],
    [
      'polling itself',
      createPollingHost,
      ['first', 'second', 'initiated', 'processing', 'completed', 'failed'],
    ],
  ])(
    'submits exactly the completed job: widget %s',
    async (_, createHost, states) => {
      const simple = ['submit', 'click', 'checkValidity', 'reset', 'remount'] as const
      const step = fc.oneof(
        {
          weight: 4,
          arbitrary: fc.record({ do: fc.constant('show' as const), state: fc.constantFrom(...states) }),
        },
        {
          weight: 2,
          arbitrary: fc.record({
            do: fc.constant('type' as const),
            text: fc.constantFrom('', 'Asha', 'Ravi'),
          }),
        },
        { weight: 7, arbitrary: fc.record({ do: fc.constantFrom(...simple) }) },
      )
      const steps = fc.array(step, { minLength: 5, maxLength: 25 })
      // Each CI run tries other sequences, so that a hundred are enough.
      await fc.assert(
        fc.asyncProperty(steps, (sequence) => checkSteps(createHost(), sequence)),
        { numRuns: 100 },
      )
    },
    60_000,
  )
})
