import type { ItrMessages } from '../src/index.ts'

const modules = import.meta.glob<Record<string, ItrMessages>>('../src/locales/[a-z][a-z].ts', { eager: true })

const nameIn = (language: string, of: string) =>
  new Intl.DisplayNames(language, { type: 'language' }).of(of) ?? of

/** Every language there is, English first, then by their English names. */
export const languages = Object.values(modules)
  .flatMap((module) => Object.values(module))
  .map((dictionary) => {
    const { lang } = dictionary
    return { lang, dictionary, name: nameIn('en', lang), ownName: nameIn(lang, lang) }
  })
  .sort((a, b) => Number(b.lang === 'en') - Number(a.lang === 'en') || a.name.localeCompare(b.name))

/** The words of a language; English where there is no such one. */
export function dictionaryOf(lang: string): ItrMessages {
  return (languages.find((language) => language.lang === lang) ?? languages[0]!).dictionary
}
