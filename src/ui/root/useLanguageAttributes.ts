'use client'

import { useRef, useSyncExternalStore, type RefObject } from 'react'
import type { ItrView } from '../../view/createItrView.ts'

/** Returns `lang` and `dir` of the messages, each only where it differs from what the root inherits (WCAG 3.1.2). */
export function useLanguageAttributes(
  root: RefObject<Element | null>,
  { lang, dir }: Pick<ItrView, 'lang' | 'dir'>,
) {
  const lastInherited = useRef<string>(undefined)
  const readInherited = () => {
    if (!isTranslatedByBrowser())
      lastInherited.current = `${inherit(root.current, 'lang')} ${inherit(root.current, 'dir') || 'ltr'}`
    return lastInherited.current ?? `${lang} ${dir}`
  }
  const [outerLang, outerDir] = useSyncExternalStore(subscribe, readInherited, readServer).split(' ')
  // English messages need no attribute on a page in Indian English.
  const isOuterLang = `${outerLang}-`.startsWith(`${lang}-`)
  return { lang: isOuterLang ? undefined : lang, dir: outerDir === dir ? undefined : dir }
}

/** There is no event for a change of the language, so each render reads it. */
const subscribe = () => () => {}

/** The page around is unknown on a server, so the attributes are always set there. */
const readServer = () => ''

/** A browser's translator changes `lang` and `dir` of the page, and the texts of the widget (class names of Google Translate). */
const isTranslatedByBrowser = () => /\btranslated-(ltr|rtl)\b/.test(document.documentElement.className)

/** Returns the attribute of the nearest ancestor that has it, across shadow roots. Before the first commit: the page's. */
function inherit(root: Element | null, attribute: 'lang' | 'dir'): string {
  let element = root ? getParent(root) : document.documentElement
  while (element && !element.hasAttribute(attribute)) element = getParent(element)
  return element?.getAttribute(attribute) ?? ''
}

const getParent = (element: Element) =>
  element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host
