import { useState } from 'react'
import { ItrProgress, type ItrPhase } from '../../src/index.ts'
import { itrResult } from '../../src/testing/index.ts'

interface FocusAfterPressProps {
  before: ItrPhase
  /** The phase after a press of a button, or after five letters in the field. */
  after: ItrPhase
}

/** A form with a widget that changes its phase after an action of the person. */
export function FocusAfterPress({ before, after }: FocusAfterPressProps) {
  const [phase, setPhase] = useState(before)
  const goOn = () => setPhase(after)
  return (
    <div className="form">
      <ItrProgress result={itrResult(phase, { retry: goOn })} onRestart={goOn} />
      <label>
        Loan amount <input inputMode="numeric" onChange={({ target }) => target.value.length > 4 && goOn()} />
      </label>
    </div>
  )
}
