import type { GlobalTypes } from 'storybook/internal/types'
import { languages } from '../stories/languages.ts'

/** What the toolbar sets: the page that the widget stands on. */
export const globalTypes: GlobalTypes = {
  theme: {
    description: "The page's color-scheme",
    toolbar: {
      title: 'Theme',
      icon: 'mirror',
      dynamicTitle: true,
      items: [
        { value: 'auto', title: 'Theme: auto', icon: 'mirror' },
        { value: 'light', title: 'Theme: light', icon: 'sun' },
        { value: 'dark', title: 'Theme: dark', icon: 'moon' },
      ],
    },
  },
  locale: {
    description: 'The language of the page and of the words',
    toolbar: {
      title: 'Language',
      icon: 'globe',
      dynamicTitle: true,
      items: languages.map(({ lang, name, ownName }) => ({
        value: lang,
        title: ownName,
        right: lang === 'en' ? '' : name,
      })),
    },
  },
  direction: {
    description: 'The direction of the page and of the words',
    toolbar: {
      title: 'Direction',
      icon: 'transfer',
      dynamicTitle: true,
      items: [
        { value: 'auto', title: 'Direction: auto' },
        { value: 'ltr', title: 'Direction: to the right' },
        { value: 'rtl', title: 'Direction: to the left' },
      ],
    },
  },
  motion: {
    description: 'Whether the person wants motion',
    toolbar: {
      title: 'Motion',
      icon: 'play',
      dynamicTitle: true,
      items: [
        { value: 'auto', title: 'Motion: auto', icon: 'play' },
        { value: 'reduce', title: 'Motion: reduced', icon: 'stop' },
      ],
    },
  },
  contrast: {
    description: 'Whether the system paints with its own few colours',
    toolbar: {
      title: 'Contrast',
      icon: 'contrast',
      dynamicTitle: true,
      items: [
        { value: 'auto', title: 'Colours: auto' },
        { value: 'forced', title: 'Colours: forced' },
      ],
    },
  },
  width: {
    description: 'How much room the host gives',
    toolbar: {
      title: 'Width',
      icon: 'ruler',
      dynamicTitle: true,
      items: [
        { value: '240px', title: '240 px' },
        { value: '320px', title: '320 px' },
        { value: '480px', title: '480 px' },
        { value: '640px', title: '640 px' },
        { value: '100%', title: 'Full width' },
      ],
    },
  },
}

export const initialGlobals = {
  theme: 'auto',
  locale: 'en',
  direction: 'auto',
  motion: 'auto',
  contrast: 'auto',
  width: '640px',
}

/** What the toolbar says just now. */
export type ToolbarGlobals = Record<keyof typeof initialGlobals, string>
