'use client'

import { ItrProgress, type ItrJobStatusResult, type ItrPhase } from 'itr-progress'

interface TrackedProgressProps {
  jobId: string
  /** Sends an event to your analytics. */
  track: (event: string, properties: Record<string, string | number | null>) => void
}

/** The widget with an event for each change of the phase. The events have no job id, no PAN and no step. */
export function TrackedProgress({ jobId, track }: TrackedProgressProps) {
  const onPhaseChange = (phase: ItrPhase, previousPhase: ItrPhase, result: ItrJobStatusResult) =>
    track('itr_phase', {
      phase,
      previousPhase,
      seconds: result.startedAt && Math.round((Date.now() - result.startedAt) / 1000),
      failure: result.job?.failure ?? null,
      error: result.error?.code ?? null,
    })
  return <ItrProgress jobId={jobId} onPhaseChange={onPhaseChange} />
}
