import { useState } from 'react'
import { ItrProgress, type ItrJobStatusResult, type ItrPlannedStep } from '../../src/index.ts'

interface PlanArrivesProps {
  result: ItrJobStatusResult
  plan: readonly ItrPlannedStep[]
}

/** A host that gets the plan later than the job. */
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
