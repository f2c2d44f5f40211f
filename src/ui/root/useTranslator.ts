'use client'

import { useSyncExternalStore } from 'react'
import type { ItrPartialMessages } from '../../locales/ItrMessages.ts'
import { useItrDefaults } from '../../react/useItrDefaults.ts'
import { createTranslator, type ItrTranslator } from '../../view/createTranslator.ts'

interface Words extends ItrTranslator {
  /** What was asked for, here or by the nearest provider. */
  locale: string | undefined
  /** `lang` and `dir` of the words, each only where the page's is another (WCAG 3.1.2). */
  attributes: { lang: string | undefined; dir: string | undefined }
}

/** The words of the dictionary and the locale that are given here, else by the nearest provider, else English. */
export function useTranslator(messages: ItrPartialMessages | undefined, given: string | undefined): Words {
  const defaults = useItrDefaults()
  const locale = given ?? defaults.locale
  const words = createTranslator([messages, defaults.messages], locale)
  const lang = words.find('lang')
  const dir = words.find('dir')
  const [pageLang, pageDir] = useSyncExternalStore(subscribe, readPage, onServer).split(' ')
  // English words are at home on a page in Indian English.
  const isAtHome = `${pageLang}-`.startsWith(`${lang}-`)
  return {
    ...words,
    locale,
    attributes: { lang: isAtHome ? undefined : lang, dir: pageDir === dir ? undefined : dir },
  }
}

/** A page does not tell when its language changes; it is looked at in each render. */
const subscribe = () => () => {}

const readPage = () => `${document.documentElement.lang} ${document.documentElement.dir || 'ltr'}`

/** A server does not know the page, so the words say what they are. */
const onServer = () => ''
