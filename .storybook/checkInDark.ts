import * as accessibility from '@storybook/addon-a11y/preview'
import type { Preview } from '@storybook/react-vite'

/** So that nothing is measured half way between two colours. */
const still = '* { transition: none !important; animation: none !important; }'

/**
 * In a test run, holds each story to its contrasts on a dark page too. It asks for them after the story was tested, in the state
 * that it ended in, which costs a fraction of a second run of the story. All else that is checked does not depend on colours.
 */
export const checkInDark: NonNullable<Preview['afterEach']> = async (context) => {
  if (import.meta.env.VITEST_STORYBOOK !== 'false') return
  const { style } = document.documentElement
  const colorScheme = style.colorScheme
  const stillness = document.head.appendChild(document.createElement('style'))
  stillness.textContent = still
  style.colorScheme = 'dark'
  try {
    await accessibility.afterEach({
      ...context,
      parameters: {
        ...context.parameters,
        a11y: { ...context.parameters.a11y, options: { runOnly: ['color-contrast', 'link-in-text-block'] } },
      },
    })
  } finally {
    style.colorScheme = colorScheme
    stillness.remove()
  }
}
