'use client'

import { useState } from 'react'
import { useIsHydrating } from '../internal/useIsHydrating.ts'
import type { ItrPartialMessages } from '../locales/ItrMessages.ts'
import type { ItrJobStatusResult } from '../polling/ItrJobStatusResult.ts'
import { useItrDefaults } from '../react/useItrDefaults.ts'
import { useLastResponse } from '../react/useLastResponse.ts'
import { createItrView, type ItrStatusView, type ItrView, type ItrViewOptions } from './createItrView.ts'
import { createTranslator, type ItrTranslator } from './createTranslator.ts'
import { getAnnouncement } from './getAnnouncement.ts'
import type { ItrActionOptions } from './getAvailableActions.ts'
import { logLocaleMismatch } from './logLocaleMismatch.ts'
import { getTiming, type ItrTiming } from './getTiming.ts'
import { getErrorReason } from './phaseViews.ts'

export interface ItrLanguageOptions {
  /** A complete or partial dictionary. Missing messages come from the providers above, the nearest first, then from English. */
  messages?: ItrPartialMessages | undefined
  /** Locale for numbers and dates (BCP 47). Default: that of the nearest `ItrProvider`, else of the messages. */
  locale?: string | undefined
}

/**
 * Returns the texts, steps and actions for a result, to draw them without `<ItrProgress>`. Renders its caller for each response.
 *
 * @example
 * const { heading, body, actions } = useItrView(useItrJobStatus({ jobId }), { actions: { onRestart } })
 */
export function useItrView(
  result: ItrJobStatusResult,
  options: ItrViewOptions & ItrLanguageOptions = {},
): ItrView {
  const { view, translator } = useTranslatedView(result, options, options.actions)
  return {
    ...view,
    announcement: getAnnouncement(result, view, translator.t, null, { connection: 'ok', minutes: 0 }),
    timing: useTiming(result, view, translator),
  }
}

/** Returns the timing. Renders its caller for each response, also for an unchanged one. */
export const useTiming = (
  result: ItrJobStatusResult,
  { steps }: ItrStatusView,
  translator: ItrTranslator,
): ItrTiming => getTiming(result, steps, useLastResponse(result), translator)

/** Returns the view and its translator, which uses the defaults of the providers above. */
export function useTranslatedView(
  result: ItrJobStatusResult,
  { messages, locale, steps }: Pick<ItrViewOptions, 'steps'> & ItrLanguageOptions,
  actions: ItrActionOptions | undefined,
): { view: ItrStatusView; translator: ItrTranslator } {
  const defaults = useItrDefaults()
  const dictionaries = [messages].concat(defaults.dictionaries)
  const requestedLocale = locale ?? defaults.locale
  const translator = createTranslator(dictionaries, requestedLocale, useIsHydrating())
  logLocaleMismatch(requestedLocale, translator.lang)
  const isRepeatedError = useIsRepeatedError(result)
  return { view: createItrView(result, { steps, actions, translator, isRepeatedError }), translator }
}

/** Whether an earlier window of the job ended in the same error, so that the text must say that it was tried again. */
function useIsRepeatedError({ phase, error, jobId, startedAt }: ItrJobStatusResult): boolean {
  const key = phase === 'error' && `${jobId} ${getErrorReason(error)}`
  const [first, setFirst] = useState({ key, startedAt })
  // React's pattern for state that depends on props: useState, "Storing information from previous renders".
  if (key && key !== first.key) setFirst({ key, startedAt })
  return !!key && key === first.key && startedAt !== first.startedAt
}
