'use client'

import { createContext, useContext } from 'react'
import type { ItrPartialMessages } from '../locales/ItrMessages.ts'
import type { ItrTransportOptions } from './resolveOptions.ts'

/** What a tree of widgets and hooks shares. */
export interface ItrDefaults extends ItrTransportOptions {
  /** BCP 47, for dates, numbers and durations. */
  locale?: string | undefined
  /** A dictionary, whole or in part. */
  messages?: ItrPartialMessages | undefined
}

export const ItrDefaultsContext = createContext<ItrDefaults>({})

/** What the providers above say. */
export function useItrDefaults(): ItrDefaults {
  return useContext(ItrDefaultsContext)
}
