'use client'

import type { ItrPartialMessages } from '../locales/ItrMessages.ts'
import type { ItrJobStatusResult } from '../polling/ItrJobStatusResult.ts'
import { useItrDefaults } from '../react/useItrDefaults.ts'
import { createItrView, type ItrView, type ItrViewOptions } from './createItrView.ts'
import { createTranslator, type ItrTranslator } from './createTranslator.ts'

export interface ItrLanguageOptions {
  /** A complete or partial dictionary. Missing messages come from the nearest `ItrProvider`, then from English. */
  messages?: ItrPartialMessages | undefined
  /** Locale for numbers and dates (BCP 47). Default: that of the nearest `ItrProvider`, else of the messages. */
  locale?: string | undefined
}

/**
 * Returns the texts, steps and actions for a result, to draw them without `<ItrProgress>`.
 *
 * @example
 * const { heading, body, actions } = useItrView(useItrJobStatus({ jobId }), { actions: { onRestart } })
 */
export function useItrView(
  result: ItrJobStatusResult,
  { messages, locale, ...options }: ItrViewOptions & ItrLanguageOptions = {},
): ItrView {
  return createItrView(result, { ...options, translator: useTranslator(messages, locale) })
}

/** Returns a translator with the defaults of the nearest `ItrProvider`. */
export function useTranslator(
  messages: ItrPartialMessages | undefined,
  locale: string | undefined,
): ItrTranslator {
  const defaults = useItrDefaults()
  return createTranslator([messages, defaults.messages], locale ?? defaults.locale)
}
