import fc from 'fast-check'
import { ItrProgress, type ItrJobStatusResult } from 'itr-progress'
import 'itr-progress/styles.css'
import { itrState } from 'itr-progress/testing'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { expect, it } from 'vitest'

const states: Record<string, ItrJobStatusResult> = {
  connecting: itrState('connecting'),
  processing: itrState('processing'),
  'timed-out': itrState('timed-out'),
  failed: itrState('failed'),
  error: itrState('error'),
  completed: itrState('completed'),
  'another job': { ...itrState('processing'), jobId: 'another' },
}

type Step =
  | { do: 'show'; state: string }
  | { do: 'type'; text: string }
  | { do: 'submit' | 'click' | 'reset' | 'remount' }

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('show' as const),
      state: fc.constantFrom(...Object.keys(states)),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('type' as const), text: fc.constantFrom('', 'Asha', 'Ravi') }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom('submit' as const, 'click' as const, 'reset' as const, 'remount' as const),
    }),
  },
)

interface Sent {
  itr: FormDataEntryValue | null
  name: FormDataEntryValue | null
}

/** A real form in a real browser, and what it sent. */
function openForm() {
  const place = document.body.appendChild(document.createElement('div'))
  const root = createRoot(place)
  const sent: Sent[] = []
  let itr = states.connecting!
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
          <ItrProgress key={key} itr={itr} name="itr" required onFallback={() => {}} />
          <button className="send">Send</button>
        </form>,
      ),
    )
  render()
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- as querySelector itself
  const find = <T extends Element>(selector: string) => place.querySelector<T>(selector)!
  return {
    sent,
    name: () => find<HTMLInputElement>('[name="name"]'),
    itr: () => itr,
    run(step: Step) {
      if (step.do === 'show') {
        itr = states[step.state]!
        render()
      }
      if (step.do === 'type') find<HTMLInputElement>('[name="name"]').value = step.text
      if (step.do === 'submit') find<HTMLFormElement>('form').requestSubmit()
      if (step.do === 'click') find<HTMLButtonElement>('.send').click()
      if (step.do === 'reset') find<HTMLFormElement>('form').reset()
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

it('a form is never sent before the verification is completed, and never blocked after it', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 25 }), (steps) => {
      const form = openForm()
      try {
        for (const next of steps) {
          const before = form.sent.length
          const typed = form.name().value
          form.run(next)
          const isTry = next.do === 'submit' || next.do === 'click'
          const isDone = form.itr().phase === 'completed'
          expect(form.sent.length - before).toBe(isTry && isDone ? 1 : 0)
          if (isTry && isDone) expect(form.sent.at(-1)).toEqual({ itr: form.itr().jobId, name: typed })
          // Nothing that was typed is lost, but by a reset.
          expect(form.name().value).toBe(next.do === 'reset' ? '' : next.do === 'type' ? next.text : typed)
        }
      } finally {
        form.close()
      }
    }),
    { numRuns: 500 },
  )
}, 120_000)
