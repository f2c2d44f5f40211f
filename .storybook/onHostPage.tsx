import type { Decorator } from '@storybook/react-vite'
import { ItrProvider } from '../src/index.ts'
import { applyMedia, getColorScheme, getMessages, type ToolbarGlobals } from './toolbar.ts'

/**
 * Renders the story on the page that the toolbar describes. `color-scheme`, language and direction of a story are set on the
 * document, as on the page of a host. A docs page stays in English.
 */
export const onHostPage: Decorator = (Story, { globals, viewMode }) => {
  const toolbar = globals as ToolbarGlobals
  const messages = getMessages(toolbar)
  const colorScheme = getColorScheme(toolbar)
  const isStory = viewMode === 'story'

  // During the render, because the widget reads the language of the page in its first effect.
  applyMedia(toolbar)
  if (isStory) {
    const { documentElement: page } = document
    page.lang = messages.lang
    page.dir = messages.dir
    page.style.colorScheme = colorScheme
  }

  return (
    <ItrProvider messages={messages}>
      <div className={`host ${toolbar.preset}`} style={isStory ? undefined : { colorScheme }}>
        <div style={{ inlineSize: toolbar.width, maxInlineSize: '100%' }}>
          <Story />
        </div>
      </div>
    </ItrProvider>
  )
}
