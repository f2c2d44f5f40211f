/** System settings that a page cannot set. True emulates the setting, false leaves the browser's. */
export interface EmulatedMedia {
  reducedMotion: boolean
  forcedColors: boolean
}

/** Suffixes of a media query that decide its result and can be removed again. */
const NEVER = ' and (max-width: 0px)'
const ALWAYS = ', (min-width: 0px)'

/**
 * Emulates system settings by rewriting the conditions of the page's `@media` rules. It shows only our own rules. The colours
 * that the browser forces appear in its own emulation (Chrome: DevTools, Rendering).
 */
export function emulateMedia({ reducedMotion, forcedColors }: EmulatedMedia): void {
  for (const sheet of document.styleSheets) {
    forEachMedia(sheet.cssRules, (media) => {
      const original = media.mediaText.replace(NEVER, '').replace(ALWAYS, '')
      const emulated =
        emulate(original, 'prefers-reduced-motion', reducedMotion && 'reduce') ??
        emulate(original, 'forced-colors', forcedColors && 'active') ??
        original
      if (emulated !== media.mediaText) media.mediaText = emulated
    })
  }
}

/** Returns the query with a fixed result, or undefined if the emulation does not concern it. */
function emulate(query: string, feature: string, value: string | false): string | undefined {
  if (!value || !query.includes(feature)) return undefined
  return query + (query.includes(`${feature}: ${value}`) ? ALWAYS : NEVER)
}

function forEachMedia(rules: CSSRuleList, callback: (media: MediaList) => void): void {
  for (const rule of rules) {
    if (rule instanceof CSSMediaRule) callback(rule.media)
    if ('cssRules' in rule) forEachMedia(rule.cssRules as CSSRuleList, callback)
  }
}
