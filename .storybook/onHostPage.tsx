import type { Decorator } from '@storybook/react-vite'
import { ItrProvider } from '../src/index.ts'
import { applyToPage, getColorScheme, getMessages, type ToolbarGlobals } from './toolbar.ts'

/** Renders the story on the page that the toolbar describes. On a docs page, only the story follows its own globals. */
export const onHostPage: Decorator = (Story, { globals, viewMode }) => {
  const toolbar = globals as ToolbarGlobals
  const messages = getMessages(toolbar)
  const isStory = viewMode === 'story'
  if (isStory) applyToPage(toolbar, messages)

  return (
    <ItrProvider messages={messages}>
      <div
        className={`host ${toolbar.preset}`}
        style={isStory ? undefined : { colorScheme: getColorScheme(toolbar) }}
      >
        <div style={{ inlineSize: toolbar.width, maxInlineSize: '100%' }}>
          <Story />
        </div>
      </div>
    </ItrProvider>
  )
}
