import { ItrProvider } from 'itr-progress'
import { bn } from 'itr-progress/locales/bn'
import { en } from 'itr-progress/locales/en'
import { gu } from 'itr-progress/locales/gu'
import { hi } from 'itr-progress/locales/hi'
import { kn } from 'itr-progress/locales/kn'
import { ml } from 'itr-progress/locales/ml'
import { mr } from 'itr-progress/locales/mr'
import { pa } from 'itr-progress/locales/pa'
import { ta } from 'itr-progress/locales/ta'
import { te } from 'itr-progress/locales/te'
import { ur } from 'itr-progress/locales/ur'
import { createContext, useContext, type ReactNode } from 'react'
import { consentNotices } from '../consentNotices.ts'
import { useSearchParam } from './useSearchParam.ts'

const dictionaries = { en, bn, gu, hi, kn, ml, mr, pa, ta, te, ur }

type Language = keyof typeof dictionaries

const isLanguage = (lang: string): lang is Language => Object.hasOwn(dictionaries, lang)

const LanguageContext = createContext<{ lang: Language; choose: (lang: string) => void }>({
  lang: 'en',
  choose() {},
})

/** Sets the language of the widget and of the consent notice. It is in the URL: `?lang=hi`. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [wanted, choose] = useSearchParam('lang')
  const lang = wanted !== null && isLanguage(wanted) ? wanted : 'en'
  return (
    <LanguageContext value={{ lang, choose }}>
      <ItrProvider messages={dictionaries[lang]}>{children}</ItrProvider>
    </LanguageContext>
  )
}

/** Returns the consent notice in the chosen language, and the attributes of its element. */
export function useConsentNotice() {
  const { lang } = useContext(LanguageContext)
  return { notice: consentNotices[lang], attributes: { lang, dir: dictionaries[lang].dir } }
}

export function LanguageSelect() {
  const { lang, choose } = useContext(LanguageContext)
  return (
    <select aria-label="Language" value={lang} onChange={(event) => choose(event.target.value)}>
      {Object.keys(dictionaries).map((lang) => (
        <option key={lang} value={lang} lang={lang}>
          {new Intl.DisplayNames(lang, { type: 'language' }).of(lang)}
        </option>
      ))}
    </select>
  )
}
