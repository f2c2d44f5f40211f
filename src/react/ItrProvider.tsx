'use client'

import { useMemo, type ReactNode } from 'react'
import { ItrDefaultsContext, useItrDefaults, type ItrDefaults } from './useItrDefaults.ts'
import { withDefaults } from './withDefaults.ts'

export interface ItrProviderProps extends ItrDefaults {
  children?: ReactNode
}

/**
 * Sets defaults for all hooks and components below it. The nearest provider that gives a value wins. Messages that it lacks come
 * from the providers around it.
 *
 * @example <ItrProvider proxyUrl="/api/itr/status" messages={hi}>…</ItrProvider>
 */
export function ItrProvider({ children, ...own }: ItrProviderProps) {
  const outer = useItrDefaults()
  const { proxyUrl, fetch, headers, credentials, locale, messages } = own
  const value = useMemo(() => {
    const dictionaries = [messages].concat(outer.dictionaries)
    return withDefaults({ proxyUrl, fetch, headers, credentials, locale, dictionaries }, outer)
  }, [proxyUrl, fetch, headers, credentials, locale, messages, outer])
  return <ItrDefaultsContext.Provider value={value}>{children}</ItrDefaultsContext.Provider>
}
