import type { ItrJobStatusResult } from '../polling/ItrJobStatusResult.ts'
import type { ItrTranslator } from './createTranslator.ts'
import { getAvailableActions, type ItrAction, type ItrActionOptions } from './getAvailableActions.ts'
import { getStatusText, type ItrStatusText } from './getStatusText.ts'
import { getProgress, getSteps, type ItrPlannedStep, type ItrStep } from './getSteps.ts'
import type { ItrTiming } from './getTiming.ts'

/** All texts, steps and actions for a job. */
export interface ItrView extends ItrStatusView {
  /** The status for a screen reader. Empty in `idle`. `<ItrProgress>` announces only the changes. */
  announcement: string
  timing: ItrTiming
}

/** The view without announcement and timing, which `<ItrProgress>` computes in the parts that show them. */
export interface ItrStatusView extends ItrStatusText {
  steps: ItrStep[]
  /** Completed steps of the plan. Null while the total is unknown: without a plan, until the job is completed. */
  progress: { done: number; total: number } | null
  /** The available actions, most helpful first. */
  actions: ItrAction[]
  /** The language of the messages (BCP 47). */
  lang: string
  dir: 'ltr' | 'rtl'
}

export interface ItrViewOptions {
  /** The steps in order, if the host knows them. The bar shows progress only with a plan. Default: none. */
  steps?: readonly ItrPlannedStep[] | undefined
  /** Handlers and links of the actions. Default: none. */
  actions?: ItrActionOptions | undefined
}

interface Options extends ItrViewOptions {
  translator: ItrTranslator
  /** Whether the person tried again, and the error is still the same. */
  isRepeatedError?: boolean
}

/** Returns the view of a result without announcement and timing. Pure. */
export function createItrView(
  result: ItrJobStatusResult,
  { steps: plan = [], actions = {}, translator, isRepeatedError = false }: Options,
): ItrStatusView {
  const { t, lang, dir } = translator
  const steps = getSteps(result, plan, translator)
  return {
    ...getStatusText(result, t, isRepeatedError),
    steps,
    progress: getProgress(result.job, steps),
    actions: getAvailableActions(result, actions, t),
    lang,
    dir,
  }
}
