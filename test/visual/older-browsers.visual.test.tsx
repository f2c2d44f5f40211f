import { itrResult } from 'itr-progress/testing'
import { expect, it } from 'vitest'
import css from '../../src/ui/styles.css?inline'
import { expectPicture, steps } from './expectPicture.tsx'

/**
 * Puts the stylesheet on the page as an older browser reads it: without the rules and the properties that it does not know.
 *
 * @returns how many rules are left out
 */
function adopt(isUnknown: (rule: CSSRule) => boolean, unknownProperties: readonly string[]): number {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  const dropFrom = (group: CSSStyleSheet | CSSGroupingRule): number => {
    const rules = [...group.cssRules]
    const unknown = rules.filter(isUnknown)
    for (const rule of unknown) group.deleteRule([...group.cssRules].indexOf(rule))
    for (const rule of rules)
      if (rule instanceof CSSStyleRule)
        for (const property of unknownProperties) rule.style.removeProperty(property)
    const groups = rules.filter((rule) => rule instanceof CSSGroupingRule && !unknown.includes(rule))
    return groups.reduce((sum, inner) => sum + dropFrom(inner as CSSGroupingRule), unknown.length)
  }
  const dropped = dropFrom(sheet)
  document.adoptedStyleSheets = [sheet]
  return dropped
}

// Chrome 109: no light-dark() before 123, no relative colours before 119, no color-mix() before 111.
const isYoungColour = (rule: CSSRule) => rule instanceof CSSSupportsRule

it('ItrProgress: is light without light-dark(), also on a dark page', async () => {
  expect(adopt(isYoungColour, ['text-wrap'])).toBe(3)
  const result = itrResult('failed', { failure: 'portal_unavailable' })
  await expectPicture('without-light-dark', { result, steps, colorScheme: 'dark' })
})

it.each([240, 640])('ItrProgress: wraps its actions without container queries in %i px', async (width) => {
  expect(adopt((rule) => rule instanceof CSSContainerRule, ['container'])).toBe(1)
  await expectPicture(`without-container-queries-${width}`, { result: itrResult('error'), steps, width })
})
