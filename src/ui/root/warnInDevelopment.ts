import type { ItrTranslator } from '../../view/createTranslator.ts'

// Bundlers replace this by a constant and drop dead code. Without a bundler there may be no `process`.
declare const process: { env: { NODE_ENV?: string } }

const warned = new WeakMap<Element, string>()

/**
 * Warns in development, once per root, about mistakes that types cannot catch: a layout without the live region or the form
 * field, and a locale without its messages.
 *
 * @param field the name of the form field, true without a name, or a falsy value if there is no field
 */
export function warnInDevelopment(
  root: Element | null,
  field: string | boolean | undefined,
  translator: ItrTranslator,
): void {
  try {
    if (process.env.NODE_ENV !== 'production' && root) {
      const { lang, requestedLocale } = translator
      const language = getLanguage(requestedLocale)
      const warnings = [
        !root.querySelector('[data-itr-part="announcer"]') &&
          '<ItrProgress> has no <ItrProgressAnnouncer>, so screen readers will not announce status changes. Add it to the children.',
        field &&
          !root.querySelector('[data-itr-part="field"]') &&
          `<ItrProgress> ${field === true ? 'is `required`' : `has the \`name\` "${field}"`} but no <ItrProgressField>, so the form neither waits for it nor sends its value. Add it to the children.`,
        language !== undefined &&
          language !== getLanguage(lang) &&
          `\`locale\` is "${language}", but the messages are in "${lang}". \`locale\` only formats numbers and dates. ` +
            `Add import { ${language} } from 'itr-progress/locales/${language}' and pass \`messages={${language}}\`.`,
      ]
      for (const warning of warnings) {
        const before = warned.get(root) ?? ''
        if (!warning || before.includes(warning)) continue
        warned.set(root, before + warning)
        console.warn(`itr-progress: ${warning}`)
      }
    }
  } catch {
    // There is no `process`, so the mode is unknown.
  }
}

/** `en-IN` -> `en`; undefined for anything but a language tag. */
const getLanguage = (tag: string | undefined) => /^[a-z]{2,3}(?=$|-)/i.exec(tag ?? '')?.[0].toLowerCase()
