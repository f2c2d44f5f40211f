import type { ItrMessages } from '../src/index.ts'

const modules = import.meta.glob<Record<string, ItrMessages>>('../src/locales/[a-z][a-z].ts', { eager: true })

const getName = (inLanguage: string, lang: string) =>
  new Intl.DisplayNames(inLanguage, { type: 'language' }).of(lang) ?? lang

/** All languages with their English and their own names: English first, then by English name. */
export const languages = Object.values(modules)
  .flatMap((module) => Object.values(module))
  .map((dictionary) => {
    const { lang } = dictionary
    // The name that people in India use. Unicode's data says "Bangla".
    const name = lang === 'bn' ? 'Bengali' : getName('en', lang)
    return { lang, dictionary, name, ownName: getName(lang, lang) }
  })
  .sort((a, b) => Number(b.lang === 'en') - Number(a.lang === 'en') || a.name.localeCompare(b.name))

/** Returns the dictionary of a language, or the English one. */
export function dictionaryOf(lang: string): ItrMessages {
  return (languages.find((language) => language.lang === lang) ?? languages[0]!).dictionary
}
