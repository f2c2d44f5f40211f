import { expect } from 'storybook/test'
import preview from '../../../.storybook/preview.ts'
import { languages } from '../../languages.ts'
import { WordingSheet } from './WordingSheet.tsx'

const meta = preview.meta({
  title: 'Guide/Wording',
  component: WordingSheet,
  globals: { width: '100%' },
  // The page that describes it is written by hand.
  tags: ['!autodocs'],
})

export const Sheet = meta.story({
  name: 'All sentences in all languages',
})

export const Finding = meta.story({
  name: 'The sheet has all languages and can be searched',
  // It would leave the page changed for a person who looks on.
  tags: ['!dev', '!autodocs'],
  play: async ({ canvas, userEvent }) => {
    await expect(canvas.getAllByRole('columnheader')).toHaveLength(languages.length + 1)
    await userEvent.type(canvas.getByRole('searchbox'), 'heading.failed')
    await expect(canvas.getAllByRole('rowheader')).toHaveLength(1)
  },
})
