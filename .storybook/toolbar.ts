import type { GlobalTypes } from 'storybook/internal/types'
import type { ItrMessages } from '../src/index.ts'
import { dictionaryOf, languages } from '../stories/languages.ts'
import { emulateMedia } from './emulateMedia.ts'

type Toolbar = NonNullable<GlobalTypes[string]['toolbar']>

/** A menu of the toolbar. Its title shows the chosen item. */
const menu = (title: string, icon: Toolbar['icon'], description: string, items: Toolbar['items']) => ({
  description,
  toolbar: { title, icon, dynamicTitle: true, items },
})

/** The toolbar: it describes the page around the widget, in stories and on docs pages. */
export const globalTypes: GlobalTypes = {
  theme: menu('Theme', 'mirror', 'The color-scheme of the page', [
    { value: 'auto', title: 'Theme: auto', icon: 'mirror' },
    { value: 'light', title: 'Theme: light', icon: 'sun' },
    { value: 'dark', title: 'Theme: dark', icon: 'moon' },
  ]),
  preset: menu('Preset', 'paintbrush', 'The tokens of the host', [
    { value: 'plain', title: 'Preset: plain' },
    { value: 'itr-bank', title: 'Preset: bank' },
  ]),
  locale: menu(
    'Language',
    'globe',
    'The language of the widget and of the page of a story',
    languages.map(({ lang, name, ownName }) => ({
      value: lang,
      title: `${name} (${lang})`,
      right: lang === 'en' ? '' : ownName,
    })),
  ),
  direction: menu('Direction', 'transfer', 'The direction of the text', [
    { value: 'auto', title: 'Direction: auto' },
    { value: 'ltr', title: 'Direction: left to right' },
    { value: 'rtl', title: 'Direction: right to left' },
  ]),
  motion: menu('Motion', 'play', 'The system setting prefers-reduced-motion', [
    { value: 'auto', title: 'Motion: auto', icon: 'play' },
    { value: 'reduce', title: 'Motion: reduced', icon: 'stop' },
  ]),
  contrast: menu('Contrast', 'contrast', 'The system setting forced-colors', [
    { value: 'auto', title: 'Colours: auto' },
    { value: 'forced', title: 'Colours: forced' },
  ]),
  width: menu('Width', 'ruler', 'The width of the container of a story', [
    { value: '240px', title: '240 px' },
    { value: '320px', title: '320 px' },
    { value: '480px', title: '480 px' },
    { value: '640px', title: '640 px' },
    { value: '100%', title: 'Full width' },
  ]),
}

export const initialGlobals = {
  theme: 'auto',
  preset: 'plain',
  locale: 'en',
  direction: 'auto',
  motion: 'auto',
  contrast: 'auto',
  width: '640px',
}

/** The values of the toolbar. */
export type ToolbarGlobals = Record<keyof typeof initialGlobals, string>

const colorSchemes: Readonly<Record<string, string>> = { auto: 'light dark', light: 'light', dark: 'dark' }

/** Returns the `color-scheme` of the page. */
export const getColorScheme = ({ theme }: ToolbarGlobals) => colorSchemes[theme] ?? ''

/** Returns the texts of the widget. */
export function getMessages({ locale, direction }: ToolbarGlobals): ItrMessages {
  const dictionary = dictionaryOf(locale)
  return direction === 'ltr' || direction === 'rtl' ? { ...dictionary, dir: direction } : dictionary
}

/**
 * Applies the toolbar to the document. Call it during the render, because the widget reads the language of the page in its first
 * effect.
 */
export function applyToPage(toolbar: ToolbarGlobals, { lang, dir }: Pick<ItrMessages, 'lang' | 'dir'>): void {
  const { motion, contrast } = toolbar
  emulateMedia({ reducedMotion: motion === 'reduce', forcedColors: contrast === 'forced' })
  const { documentElement: page } = document
  page.lang = lang
  page.dir = dir
  page.style.colorScheme = getColorScheme(toolbar)
}
