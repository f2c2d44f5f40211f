import { defineMain } from '@storybook/react-vite/node'
import { mergeConfig } from 'vite'

export default defineMain({
  framework: '@storybook/react-vite',
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.tsx'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  features: { sidebarOnboardingChecklist: false },
  // Nothing is sent anywhere; with telemetry on, every run also waits for hosts to be looked up.
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  viteFinal: (config) =>
    mergeConfig(config, {
      // Found only while the first story runs, it would make Vite start anew in the middle of the tests.
      optimizeDeps: { include: ['@storybook/addon-a11y/preview'] },
      // For people at work, not for the package's oldest browsers: `light-dark()` stays what it is.
      build: { target: 'esnext', cssTarget: 'esnext' },
    }),
})
