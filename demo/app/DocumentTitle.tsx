import { useItrView, type ItrJobStatusResult } from 'itr-progress'
import { useEffect } from 'react'
import { stages, type Stage } from './StageList.tsx'

/** Sets the title of the tab, so that a person in another tab sees the state. Draws nothing. */
export function DocumentTitle({ stage, result }: { stage: Stage; result: ItrJobStatusResult }) {
  const { heading } = useItrView(result)
  const state = stage === 'details' ? heading : stages[stage]
  useEffect(() => {
    document.title = `${state} – Personal loan application`
  }, [state])
  return null
}
