import { useItrProgress } from '../../src/index.ts'

/** A component of the host that reads the state of the widget. */
export function StepCount() {
  const { steps } = useItrProgress()
  const done = steps.filter(({ state }) => state === 'completed').length
  return (
    <span style={{ whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}>
      {done} of {steps.length}
    </span>
  )
}
