import type { Decorator } from '@storybook/react-vite'
import { ItrProvider } from '../src/index.ts'
import { dictionaryOf } from '../stories/languages.ts'
import { emulateMedia } from './emulateMedia.ts'
import type { ToolbarGlobals } from './toolbar.ts'

const schemes: Readonly<Record<string, string>> = { auto: 'light dark', light: 'light', dark: 'dark' }

/**
 * Puts the story on the page that the toolbar describes, as a host's page would be: its `color-scheme`, language and direction
 * are set on the document, and the words come from an `ItrProvider`. A docs page is in English whatever its stories speak.
 */
export const onHostPage: Decorator = (Story, { globals, viewMode }) => {
  const { theme, locale, direction, motion, contrast, width } = globals as ToolbarGlobals
  const dictionary = dictionaryOf(locale)
  const messages = direction === 'auto' ? dictionary : { ...dictionary, dir: direction as 'ltr' | 'rtl' }
  const colorScheme = schemes[theme]

  // While rendering, so that the widget finds the page as it will be.
  emulateMedia({ reducedMotion: motion === 'reduce', forcedColors: contrast === 'forced' })
  if (viewMode === 'story') {
    const { documentElement: page } = document
    page.lang = messages.lang
    page.dir = messages.dir
    page.style.colorScheme = colorScheme ?? ''
  }

  return (
    <ItrProvider messages={messages}>
      <div className="host" style={viewMode === 'story' ? undefined : { colorScheme }}>
        <div style={{ inlineSize: width, maxInlineSize: '100%' }}>
          <Story />
        </div>
      </div>
    </ItrProvider>
  )
}
