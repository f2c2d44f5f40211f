import { useState } from 'react'
import { ItrProgress, type ItrJobStatusResult, type ItrPlannedStep } from '../../src/index.ts'

interface PlanArrivesProps {
  result: ItrJobStatusResult
  plan: readonly ItrPlannedStep[]
}

/** A host that hears only later which steps there will be. */
export function PlanArrives({ result, plan }: PlanArrivesProps) {
  const [isKnown, setKnown] = useState(false)
  return (
    <>
      <ItrProgress result={result} steps={isKnown ? plan : undefined} />
      <p>
        <button type="button" onClick={() => setKnown(!isKnown)}>
          {isKnown ? 'Forget the plan' : 'The plan arrives'}
        </button>
      </p>
    </>
  )
}
