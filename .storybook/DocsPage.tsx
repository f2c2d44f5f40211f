import { DocsContainer, type DocsContainerProps } from '@storybook/addon-docs/blocks'
import { useEffect, useReducer, type PropsWithChildren } from 'react'
import { GLOBALS_UPDATED, SET_GLOBALS } from 'storybook/internal/core-events'
import { themes } from 'storybook/theming'
import { ItrProvider } from '../src/index.ts'
import { applyToPage, getColorScheme, getMessages, initialGlobals, type ToolbarGlobals } from './toolbar.ts'

type Channel = DocsContainerProps['context']['channel']

/** A docs page that follows the toolbar. Its stories do so by their decorator. */
export function DocsPage({ context, children }: PropsWithChildren<DocsContainerProps>) {
  const toolbar = useToolbar(context.channel)
  const colorScheme = getColorScheme(toolbar)
  const prefersDark = matchMedia('(prefers-color-scheme: dark)').matches
  const isDark = colorScheme === 'dark' || (colorScheme !== 'light' && prefersDark)

  // The texts of the page are in English, those of its widgets in the language of the toolbar.
  applyToPage(toolbar, { lang: 'en', dir: 'ltr' })

  return (
    <DocsContainer context={context} theme={isDark ? themes.dark : themes.light}>
      <ItrProvider messages={getMessages(toolbar)}>
        <div className={toolbar.preset} style={{ fontFamily: 'inherit' }}>
          {children}
        </div>
      </ItrProvider>
    </DocsContainer>
  )
}

/** Returns the values of the toolbar. Storybook's own hook works only in decorators. */
function useToolbar(channel: Channel): ToolbarGlobals {
  const [, render] = useReducer((count: number) => count + 1, 0)
  useEffect(() => {
    channel.on(GLOBALS_UPDATED, render)
    return () => channel.off(GLOBALS_UPDATED, render)
  }, [channel])
  const [last] = (channel.last(GLOBALS_UPDATED) ?? channel.last(SET_GLOBALS) ?? []) as {
    globals: ToolbarGlobals
  }[]
  return { ...initialGlobals, ...last?.globals }
}
