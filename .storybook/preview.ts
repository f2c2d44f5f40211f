import addonA11y from '@storybook/addon-a11y'
import addonDocs from '@storybook/addon-docs'
import { definePreview } from '@storybook/react-vite'
import '../src/ui/styles.css'
import { DocsPage } from './DocsPage.tsx'
import { checkInDark } from './checkInDark.ts'
import './preview.css'
import '../docs/recipes/theming/bank.css'
import { StoriesPage } from './StoriesPage.tsx'
import { globalTypes, initialGlobals } from './toolbar.ts'
import { onHostPage } from './onHostPage.tsx'

export default definePreview({
  addons: [addonDocs(), addonA11y()],
  tags: ['autodocs'],
  globalTypes,
  initialGlobals,
  decorators: [onHostPage],
  afterEach: checkInDark,
  parameters: {
    layout: 'padded',
    // The theme of the toolbar sets the background.
    backgrounds: { disable: true },
    controls: { expanded: true },
    docs: { container: DocsPage, page: StoriesPage },
    // A violation fails the story, here and in `npm run test:ci`.
    a11y: { test: 'error' },
    options: {
      storySort: {
        order: [
          'Guide',
          [
            'Start here',
            'When to use',
            'Anatomy',
            'Tokens',
            'Wording',
            'Accessibility',
            'In your own Storybook',
          ],
          'Default',
          ['Playground', 'Phases'],
          'Features',
          'Examples',
          'Dev',
        ],
      },
    },
  },
})
