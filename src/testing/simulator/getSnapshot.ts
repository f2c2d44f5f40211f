import type { ItrJobStatus } from '../../contract/ItrJob.ts'
import type { ItrScenario } from './itrScenarios.ts'

interface Snapshot {
  status: ItrJobStatus
  currentStep: string | null
  stepsCompleted: string[]
  stepsFailed: string[]
  errorMessage: string
  /** When the status or a step last changed, in ms since the job began. */
  changedAt: number
}

/** Returns the state of a job `elapsed` ms after it began, without glitches. */
export function getSnapshot({ steps, ending }: ItrScenario, elapsed: number): Snapshot {
  const end = ending && elapsed >= ending.at ? ending : null
  const stepsFailed = end?.stepsFailed ?? []
  const completed = steps.filter(
    (step) => step.endsAt <= (end?.at ?? elapsed) && !stepsFailed.includes(step.id),
  )
  return {
    // The first step is the portal login, and `processing` means that it succeeded (vendor doc, "Statuses").
    status: end?.status ?? (completed.length > 0 ? 'processing' : 'initiated'),
    currentStep: end ? null : (steps.find((step) => !completed.includes(step))?.id ?? null),
    stepsCompleted: completed.map((step) => step.id),
    stepsFailed,
    errorMessage: end?.errorMessage ?? '',
    changedAt: end?.at ?? Math.max(0, ...completed.map((step) => step.endsAt)),
  }
}
