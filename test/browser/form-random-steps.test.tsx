import fc from 'fast-check'
import { ItrProgress, type ItrJobStatusResult } from 'itr-progress'
import 'itr-progress/styles.css'
import { itrResult } from 'itr-progress/testing'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { describe, expect, it } from 'vitest'

type Step =
  | { do: 'show'; state: string }
  | { do: 'type'; text: string }
  | { do: 'submit' | 'click' | 'checkValidity' | 'reset' | 'remount' }

const results: Record<string, ItrJobStatusResult> = {
  connecting: itrResult('connecting'),
  processing: itrResult('processing'),
  'timed-out': itrResult('timed-out'),
  failed: itrResult('failed'),
  error: itrResult('error'),
  completed: itrResult('completed'),
  'another job': { ...itrResult('processing'), jobId: 'another' },
  'another completed job': { ...itrResult('completed'), jobId: 'another' },
}

/** Renders the widget in a real form, and records what it submits. */
function openForm() {
  const container = document.body.appendChild(document.createElement('div'))
  const root = createRoot(container)
  const submitted: Record<string, FormDataEntryValue>[] = []
  let result = results.connecting!
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
          <ItrProgress key={key} result={result} name="itr" required onAlternative={() => {}} />
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
    /** Value that the form must submit, or null while it must block. */
    completedJob: () => (result.phase === 'completed' ? result.jobId : null),
    showsError: () =>
      form.querySelector('[data-itr-part="root"]')!.matches('[data-invalid]:has(.itr-refusal)'),
    run(step: Step) {
      if (step.do === 'show') {
        result = results[step.state]!
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

async function checkSteps(steps: Step[]) {
  const form = openForm()
  let showsError = false
  try {
    for (const step of steps) {
      const submitsBefore = form.submitted.length
      const typed = form.name.value
      const completedBefore = form.completedJob()
      form.run(step)
      const itr = form.completedJob()
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

describe('any sequence of steps in a form', () => {
  it('submits exactly the completed job', async () => {
    const simple = ['submit', 'click', 'checkValidity', 'reset', 'remount'] as const
    const states = Object.keys(results)
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
    await fc.assert(fc.asyncProperty(steps, checkSteps), { numRuns: 100 })
  }, 60_000)
})
