import { defineMain } from '@storybook/react-vite/node'
import { mergeConfig } from 'vite'

export default defineMain({
  framework: '@storybook/react-vite',
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.tsx'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  features: { sidebarOnboardingChecklist: false },
  // With telemetry, each run waits for DNS requests.
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  viteFinal: (config) =>
    mergeConfig(config, {
      // Otherwise Vite finds them during the first story, and reloads the page in the middle of the tests.
      optimizeDeps: {
        include: ['@storybook/addon-a11y/preview', 'storybook/internal/core-events', 'storybook/theming'],
      },
      // Storybook needs no support for old browsers. Keeps `light-dark()` as it is.
      build: { target: 'esnext', cssTarget: 'esnext' },
    }),
})
