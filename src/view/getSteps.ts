import type { ItrJob } from '../contract/ItrJob.ts'
import type { ItrJobStatusResult } from '../polling/ItrJobStatusResult.ts'
import type { ItrTranslator } from './createTranslator.ts'

/** A step of the host's plan. Without a label, the label comes from the dictionary, else from the id. */
export type ItrPlannedStep = string | { readonly id: string; readonly label?: string | undefined }

export type ItrStepState = 'completed' | 'current' | 'failed' | 'upcoming'

export interface ItrStep {
  id: string
  label: string
  state: ItrStepState
  /** The state as text: "Completed". */
  stateLabel: string
  /** For the current step while the job is polled: "Step 2 of 5: profile.", without a plan "Step 2: profile." Otherwise null. */
  inProgressText: string | null
  /** Whether the step is part of the plan. */
  isPlanned: boolean
}

/**
 * Returns each step once. With a plan: the planned steps in order, then reported steps outside it. Without a plan: the
 * completed steps, the failed steps, then the current step.
 */
export function getSteps(
  { job, isPolling }: ItrJobStatusResult,
  plan: readonly ItrPlannedStep[],
  { t, getMessage }: ItrTranslator,
): ItrStep[] {
  const planned = new Map(
    plan.map((step) => (typeof step === 'string' ? [step, undefined] : [step.id, step.label])),
  )
  const reported = job ? [job.stepsCompleted, job.stepsFailed, job.currentStep ?? []].flat() : []

  return [...new Set([...planned.keys(), ...reported])].map((id, index) => {
    // Dictionaries write ids with `_`. A host may use the id as the upstream sends it.
    const underscored = id.replaceAll('-', '_')
    const nouns = [`step.${id}`, `step.${underscored}`] as const
    const plannedLabel = planned.get(id)
    const label = plannedLabel ?? getMessage(...nouns) ?? createLabel(id)
    const state = getState(id, job)
    return {
      id,
      label,
      state,
      stateLabel: t(`state.${state}`),
      inProgressText:
        state === 'current' && isPolling
          ? t(planned.has(id) ? 'currentPlannedStep' : 'currentStep', {
              number: index + 1,
              total: planned.size,
              step:
                plannedLabel ??
                getMessage(`stepInProgress.${id}`, `stepInProgress.${underscored}`, ...nouns) ??
                label,
            })
          : null,
      isPlanned: planned.has(id),
    }
  })
}

function getState(id: string, job: ItrJob | undefined): ItrStepState {
  if (!job) return 'upcoming'
  if (job.stepsFailed.includes(id)) return 'failed'
  if (job.status === 'completed' || job.stepsCompleted.includes(id)) return 'completed'
  if (job.currentStep !== id) return 'upcoming'
  // A failed job has no current step: this is the step that it failed in.
  return job.status === 'failed' ? 'failed' : 'current'
}

/** Returns the current step of a live job. */
export const getStepInProgress = (steps: readonly ItrStep[]): ItrStep | undefined =>
  steps.find(({ inProgressText }) => inProgressText)

/** `download_profile` -> `Download profile` */
const createLabel = (id: string) =>
  (id.replace(/[\s_.-]+/g, ' ').trim() || id).replace(/./u, (first) => first.toUpperCase())

/** Returns the number of planned steps and how many of them are completed, or null while the total is unknown. */
export function getProgress(
  job: ItrJob | undefined,
  steps: readonly ItrStep[],
): { done: number; total: number } | null {
  const isCompleted = job?.status === 'completed'
  const planned = steps.filter((step) => step.isPlanned)
  const total = planned.length || Number(isCompleted)
  const done = isCompleted ? total : planned.filter(({ state }) => state === 'completed').length
  return total > 0 ? { done, total } : null
}
