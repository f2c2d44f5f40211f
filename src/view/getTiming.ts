import type { ItrJobStatusResult } from '../polling/ItrJobStatusResult.ts'
import type { ItrTranslator } from './createTranslator.ts'
import type { ItrStep } from './getSteps.ts'

/** The progress in time, as of the last response. */
export interface ItrTiming {
  /** The current step of the plan while the job is polled. Null without a plan. */
  step: { number: number; total: number } | null
  /** Age of the job at the last response, in ms. Null before the first one. */
  elapsedMs: number | null
  /** Epoch ms. Null before the first response. */
  lastResponseAt: number | null
  /** `deadlineAt` of the result: when `timed-out` is due, in epoch ms, or null. */
  deadlineAt: number | null
  /** The same as text: the step, the elapsed time and, while the job is delayed, the time of the prompt. */
  text: string[]
}

/** @param response the last response; null before the first one */
export function getTiming(
  { startedAt, deadlineAt, isDelayed, isPolling, connection }: ItrJobStatusResult,
  steps: readonly ItrStep[],
  response: { at: number; arrivedAt: number; elapsedMs: number } | null,
  { t, formatTime, formatDuration }: ItrTranslator,
): ItrTiming {
  const total = steps.filter(({ isPlanned }) => isPlanned).length
  const number = 1 + steps.findIndex(({ isPlanned, inProgressText }) => isPlanned && inProgressText)
  const step = number > 0 ? { number, total } : null
  const text = [
    step && t('timing.step', step),
    response &&
      t('timing.elapsed', {
        duration: formatDuration(response.elapsedMs),
        time: formatTime(response.at, response.arrivedAt),
      }),
    // Without a network, no poll can declare `timed-out`.
    isDelayed &&
      isPolling &&
      connection !== 'offline' &&
      deadlineAt !== null &&
      t('timing.prompt', {
        time: formatTime(deadlineAt, Math.max(response?.arrivedAt ?? 0, startedAt ?? 0)),
      }),
  ]
  return {
    step,
    elapsedMs: response?.elapsedMs ?? null,
    lastResponseAt: response?.at ?? null,
    deadlineAt,
    text: text.filter(Boolean) as string[],
  }
}
