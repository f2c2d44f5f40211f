'use client'

import { createContext, useContext } from 'react'
import type { ItrPartialMessages } from '../locales/ItrMessages.ts'
import type { ItrTransportOptions } from './resolveOptions.ts'

/** Defaults that a tree of components and hooks shares. */
export interface ItrDefaults extends ItrTransportOptions {
  /** BCP 47, for dates, numbers and durations. */
  locale?: string | undefined
  /** A dictionary, complete or partial. */
  messages?: ItrPartialMessages | undefined
}

export const ItrDefaultsContext = createContext<ItrDefaults>({})

/** Returns the defaults of the providers above. */
export function useItrDefaults(): ItrDefaults {
  return useContext(ItrDefaultsContext)
}
