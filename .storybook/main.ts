import { defineMain } from '@storybook/react-vite/node'

export default defineMain({
  framework: '@storybook/react-vite',
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.@(ts|tsx)'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  // Nothing is sent anywhere; with telemetry on, every run also waits for hosts to be looked up.
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
})
