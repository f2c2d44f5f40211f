import { useState } from 'react'
import { ItrProgress, type ItrPhase } from '../../src/index.ts'
import { itrResult } from '../../src/testing/index.ts'

interface FocusAfterPressProps {
  before: ItrPhase
  /** The phase once a button was pressed, or five letters were typed. */
  after: ItrPhase
}

/** A form with a widget in it, which goes on when something is done. */
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
