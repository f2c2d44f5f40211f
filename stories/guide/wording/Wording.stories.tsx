import { expect, spyOn } from 'storybook/test'
import { readSheet } from '../../../scripts/wording/sheets.mjs'
import preview from '../../../.storybook/preview.ts'
import { dictionaryOf, languages } from '../../languages.ts'
import { WordingSheet } from './WordingSheet.tsx'

const meta = preview.meta({
  title: 'Guide/Wording',
  component: WordingSheet,
  globals: { width: '100%' },
  // The page that describes it is written by hand.
  tags: ['!autodocs'],
})

export const Sheet = meta.story({
  name: 'All messages in all languages',
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

export const Download = meta.story({
  name: 'A button downloads the CSV file of each translation',
  tags: ['!dev', '!autodocs'],
  play: async ({ canvas, userEvent }) => {
    await expect(canvas.getAllByRole('button')).toHaveLength(languages.length - 1)
    const click = spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue()
    await userEvent.click(canvas.getByRole('button', { name: 'Download CSV: Hindi' }))
    const link = click.mock.contexts[0] as HTMLAnchorElement
    click.mockRestore()
    await expect(link.download).toBe('hi.csv')
    const csv = decodeURIComponent(link.href.replace('data:text/csv;charset=utf-8,', ''))
    await expect(readSheet(dictionaryOf('en'), 'hi', csv)).toEqual({
      dictionary: dictionaryOf('hi'),
      faults: [],
    })
  },
})
