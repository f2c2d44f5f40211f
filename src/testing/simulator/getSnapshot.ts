import type { ItrJobStatus } from '../../contract/ItrJob.ts'
import type { ItrScenario } from './itrScenarios.ts'

/** Where a job of a scenario stands. Times are ms of the job's own clock. */
export interface ItrSnapshot {
  status: ItrJobStatus
  currentStep: string | null
  stepsCompleted: string[]
  stepsFailed: string[]
  errorMessage: string
  /** When the status or a step last changed. */
  changedAt: number
}

/** What is true of a job at a moment of its own clock, whatever the scenario's glitches make of it. */
export function snapshotAt({ steps, ending }: ItrScenario, elapsed: number): ItrSnapshot {
  const end = ending && elapsed >= ending.at ? ending : null
  const stepsFailed = end?.stepsFailed ?? []
  const ended = steps.filter((step) => step.endsAt <= (end?.at ?? elapsed) && !stepsFailed.includes(step.id))
  return {
    // The first step is the portal login; `processing` says that it went well (vendor doc, "Statuses").
    status: end?.status ?? (ended.length > 0 ? 'processing' : 'initiated'),
    currentStep: end ? null : (steps.find((step) => !ended.includes(step))?.id ?? null),
    stepsCompleted: ended.map((step) => step.id),
    stepsFailed,
    errorMessage: end?.errorMessage ?? '',
    changedAt: end?.at ?? Math.max(0, ...ended.map((step) => step.endsAt)),
  }
}
