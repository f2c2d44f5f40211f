'use client'

import { useSyncExternalStore } from 'react'
import type { ItrView } from '../../view/createItrView.ts'

/** Returns `lang` and `dir` of the messages, each only where it differs from the page's (WCAG 3.1.2). */
export function useLanguageAttributes({ lang, dir }: Pick<ItrView, 'lang' | 'dir'>) {
  const [pageLang, pageDir] = useSyncExternalStore(subscribe, readPage, readServer).split(' ')
  // English messages need no attribute on a page in Indian English.
  const isPageLang = `${pageLang}-`.startsWith(`${lang}-`)
  return { lang: isPageLang ? undefined : lang, dir: pageDir === dir ? undefined : dir }
}

/** There is no event for a change of the page's language, so each render reads it. */
const subscribe = () => () => {}

const readPage = () => `${document.documentElement.lang} ${document.documentElement.dir || 'ltr'}`

/** The language of the page is unknown on a server, so the attributes are always set there. */
const readServer = () => ''
