import * as accessibility from '@storybook/addon-a11y/preview'
import type { Preview } from '@storybook/react-vite'

/** No colour is measured in the middle of a transition. */
const still = '* { transition: none !important; animation: none !important; }'

/**
 * Checks the contrasts of each story on a dark page too, in a test run only. It uses the final state of the story, which is much
 * faster than a second run. The other rules of axe do not depend on colours.
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
