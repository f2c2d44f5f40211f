import { useItrProgress } from '../../src/index.ts'

/** A part of the host's own: it sees what our parts see. */
export function StepCount() {
  const { steps } = useItrProgress()
  const done = steps.filter(({ state }) => state === 'completed').length
  return (
    <span style={{ whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}>
      {done} of {steps.length}
    </span>
  )
}
