/** What a page cannot ask a browser for: how each condition on these features is to count, or undefined to leave it alone. */
export interface EmulatedMedia {
  reducedMotion: boolean
  forcedColors: boolean
}

/** Put after a condition they decide it, and can be taken away again. */
const NEVER = ' and (max-width: 0px)'
const ALWAYS = ', (min-width: 0px)'

/**
 * Makes the stylesheets of the page behave as if the person wanted less motion, or as if the system forced its own colours. It
 * rewrites the conditions of their `@media` rules, so it shows what our rules do; what the browser adds to them under forced
 * colours is seen only in its own emulation (DevTools, Rendering).
 */
export function emulateMedia({ reducedMotion, forcedColors }: EmulatedMedia): void {
  for (const sheet of document.styleSheets) {
    eachMedia(sheet.cssRules, (media) => {
      const authored = media.mediaText.replace(NEVER, '').replace(ALWAYS, '')
      const wanted =
        verdict(authored, 'prefers-reduced-motion', reducedMotion && 'reduce') ??
        verdict(authored, 'forced-colors', forcedColors && 'active') ??
        authored
      if (wanted !== media.mediaText) media.mediaText = wanted
    })
  }
}

function verdict(authored: string, feature: string, emulated: string | false): string | undefined {
  if (!emulated || !authored.includes(feature)) return undefined
  return authored + (authored.includes(`${feature}: ${emulated}`) ? ALWAYS : NEVER)
}

function eachMedia(rules: CSSRuleList, tell: (media: MediaList) => void): void {
  for (const rule of rules) {
    if (rule instanceof CSSMediaRule) tell(rule.media)
    if ('cssRules' in rule) eachMedia(rule.cssRules as CSSRuleList, tell)
  }
}
