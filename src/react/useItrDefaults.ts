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

/** The defaults of all providers above. */
export interface ItrMergedDefaults extends Omit<ItrDefaults, 'messages'> {
  /** The `messages` of the providers, those of the nearest first. */
  dictionaries?: readonly (ItrPartialMessages | undefined)[]
}

export const ItrDefaultsContext = createContext<ItrMergedDefaults>({})

/** Returns the defaults of the providers above. */
export function useItrDefaults(): ItrMergedDefaults {
  return useContext(ItrDefaultsContext)
}
