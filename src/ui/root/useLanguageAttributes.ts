'use client'

import { useSyncExternalStore, type RefObject } from 'react'
import type { ItrView } from '../../view/createItrView.ts'

/** Returns `lang` and `dir` of the messages, each only where it differs from what the root inherits (WCAG 3.1.2). */
export function useLanguageAttributes(
  root: RefObject<Element | null>,
  { lang, dir }: Pick<ItrView, 'lang' | 'dir'>,
) {
  const readAttributes = () => {
    const element = root.current
    if (isTranslatedByBrowser()) return ['lang', 'dir'].map((name) => element?.getAttribute(name)).join(' ')
    // Before the first commit: the page.
    const outer = element ? getParent(element) : document.documentElement
    // English messages need no attribute on a page in Indian English.
    const isOuterLang = `${inherit(outer, 'lang')}-`.startsWith(`${lang}-`)
    const isOuterDir = (inherit(outer, 'dir') || 'ltr') === dir
    return `${isOuterLang ? '' : lang} ${isOuterDir ? '' : dir}`
  }
  // The page around is unknown on a server, so both are always set there.
  const attributes = useSyncExternalStore(subscribe, readAttributes, () => `${lang} ${dir}`).split(' ')
  return { lang: attributes[0] || undefined, dir: attributes[1] || undefined }
}

/** There is no event for a change of the language, so each render reads it. */
const subscribe = () => () => {}

/** A browser's translator changes `lang` and `dir` of the page, and the texts of the widget (class names of Google Translate). */
const isTranslatedByBrowser = () => /\btranslated-(ltr|rtl)\b/.test(document.documentElement.className)

/** Returns the attribute of the element, or of the nearest ancestor that has it, across shadow roots. */
const inherit = (element: Element | undefined, attribute: 'lang' | 'dir'): string =>
  element ? (element.getAttribute(attribute) ?? inherit(getParent(element), attribute)) : ''

const getParent = (element: Element) =>
  element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host
