// Bundlers write the mode in its place, and drop what is then dead; where none did, there may be no `process` at all.
declare const process: { env: { NODE_ENV?: string } }

const given = new WeakMap<Element, string>()

/**
 * Tells the developer, in development and once a widget, of what no type can see: a composition that leaves out the live region,
 * a name without a field, and a locale that is taken for a language.
 *
 * @param root the root's element
 * @param field the name of the field, or true where it has none; nothing where the form has no part in it
 * @param lang the language of the words
 */
export function warnInDevelopment(
  root: Element | null,
  field: string | boolean | undefined,
  locale: string | undefined,
  lang: string | undefined,
): void {
  try {
    if (process.env.NODE_ENV !== 'production' && root) {
      const language = languageOf(locale)
      const advice = [
        !root.querySelector('[data-itr-part="announcer"]') &&
          'this <ItrProgress> has no <ItrProgressAnnouncer>: people who listen are not told how the job stands. Put one in.',
        field &&
          !root.querySelector('[data-itr-part="field"]') &&
          `this <ItrProgress> ${field === true ? 'is required' : `has the name "${field}"`}, but has no <ItrProgressField>: the form neither waits for it nor sends it. Put one in.`,
        language !== undefined &&
          language !== languageOf(lang) &&
          `the locale is "${language}", but the words are "${lang}": a locale only formats dates and numbers. ` +
            `For the words, import { ${language} } from 'itr-progress/locales/${language}' and pass messages={${language}}.`,
      ]
      for (const sentence of advice) {
        const before = given.get(root) ?? ''
        if (!sentence || before.includes(sentence)) continue
        given.set(root, before + sentence)
        console.warn(`itr-progress: ${sentence}`)
      }
    }
  } catch {
    // Then it is not known to be development.
  }
}

/** `en-IN` -> `en`; none where it is no language tag. */
const languageOf = (tag: string | undefined) => /^[a-z]{2,3}(?=$|-)/i.exec(tag ?? '')?.[0].toLowerCase()
