'use client'

import { createContext, useContext, useMemo, type ReactNode } from 'react'
import type { ItrTransportOptions } from './readOptions.ts'
import { withDefaults } from './withDefaults.ts'

/** What a tree of widgets and hooks shares. */
export interface ItrDefaults extends ItrTransportOptions {
  /** BCP 47, for dates, numbers and durations. */
  locale?: string | undefined
  /** A dictionary: plain data, flat or nested, whole or partial. */
  messages?: object | undefined
}

const Defaults = createContext<ItrDefaults>({})

export interface ItrProviderProps extends ItrDefaults {
  children?: ReactNode
}

/**
 * Sets defaults for all hooks and widgets below it; the nearest one that says something wins.
 *
 * @example <ItrProvider proxyUrl="/api/itr/status" messages={hi}>…</ItrProvider>
 */
export function ItrProvider({ children, ...own }: ItrProviderProps) {
  const outer = useItrDefaults()
  const { proxyUrl, fetch, headers, credentials, locale, messages } = own
  const value = useMemo(
    () => withDefaults({ proxyUrl, fetch, headers, credentials, locale, messages }, outer),
    [proxyUrl, fetch, headers, credentials, locale, messages, outer],
  )
  return <Defaults.Provider value={value}>{children}</Defaults.Provider>
}

/** What the providers above say. */
export function useItrDefaults(): ItrDefaults {
  return useContext(Defaults)
}
