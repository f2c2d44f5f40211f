import addonA11y from '@storybook/addon-a11y'
import addonDocs from '@storybook/addon-docs'
import { definePreview } from '@storybook/react-vite'
import '../src/ui/styles.css'
import { checkInDark } from './checkInDark.ts'
import './preview.css'
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
    // The page of the toolbar's theme is the background.
    backgrounds: { disable: true },
    controls: { expanded: true },
    docs: { page: StoriesPage },
    // A violation fails the story, here and in `npm run test:ci`.
    a11y: { test: 'error' },
    options: {
      storySort: {
        order: [
          'Guide',
          ['Start here', 'Anatomy', 'Tokens', 'Wording', 'Accessibility', 'In your own Storybook'],
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
