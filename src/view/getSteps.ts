import type { ItrJob } from '../contract/ItrJob.ts'
import { capitalize } from './capitalize.ts'
import type { ItrTranslator } from './createTranslator.ts'

/** A step of the host's plan; without a label it is named by the dictionary, or from its id. */
export type ItrPlannedStep = string | { readonly id: string; readonly label?: string | undefined }

export type ItrStepState = 'completed' | 'current' | 'failed' | 'upcoming'

export interface ItrStep {
  id: string
  /** Its name: of the plan, else of the dictionary, else made from the id. */
  label: string
  /** What is being done in it, in the middle of a sentence; the label where nobody has words for that. */
  doing: string
  state: ItrStepState
  isPlanned: boolean
}

/**
 * The steps to show, each once: those of the plan in its order, then what was reported outside it; without a plan as reported,
 * the completed ones, the failed ones, then the current one.
 */
export function getSteps(
  job: ItrJob | undefined,
  plan: readonly ItrPlannedStep[],
  find: ItrTranslator['find'],
): ItrStep[] {
  const labels = new Map(
    plan.map((step) => (typeof step === 'string' ? [step, undefined] : [step.id, step.label])),
  )
  const reported = job ? [job.stepsCompleted, job.stepsFailed, job.currentStep ?? []].flat() : []

  return [...new Set([...labels.keys(), ...reported])].map((id) => {
    const given = labels.get(id)
    const named = id.replaceAll('-', '_')
    const label = given ?? find(`step.${id}`, `step.${named}`) ?? nameFrom(id)
    return {
      id,
      label,
      doing: given ?? find(`doing.${id}`, `doing.${named}`, `step.${id}`, `step.${named}`) ?? label,
      state: stateOf(id, job),
      isPlanned: labels.has(id),
    }
  })
}

function stateOf(id: string, job: ItrJob | undefined): ItrStepState {
  if (!job) return 'upcoming'
  if (job.stepsFailed.includes(id)) return 'failed'
  if (job.status === 'completed' || job.stepsCompleted.includes(id)) return 'completed'
  if (job.currentStep !== id) return 'upcoming'
  // Nothing is under way in a job that has ended: this is where it ended.
  return job.status === 'failed' ? 'failed' : 'current'
}

/** `download_profile` -> `Download profile` */
function nameFrom(id: string): string {
  return capitalize(id.replace(/[\s_.-]+/g, ' ').trim() || id)
}

/** How far the bar is: planned steps done, of how many. The total is 0 while it is not known, since no number would be true. */
export function getProgress(
  job: ItrJob | undefined,
  steps: readonly ItrStep[],
): { done: number; total: number } {
  const planned = steps.filter((step) => step.isPlanned)
  if (job?.status === 'completed') return { done: planned.length || 1, total: planned.length || 1 }
  return { done: planned.filter(({ state }) => state === 'completed').length, total: planned.length }
}
