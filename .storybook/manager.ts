import { addons } from 'storybook/manager-api'
import { create } from 'storybook/theming'

addons.setConfig({
  theme: create({
    base: 'light',
    brandTitle: 'itr-progress',
    colorPrimary: '#0b57a4',
    colorSecondary: '#0b57a4',
  }),
})
