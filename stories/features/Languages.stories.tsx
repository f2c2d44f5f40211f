import type { ComponentProps } from 'react'
import { expect, fn } from 'storybook/test'
import preview from '../../.storybook/preview.ts'
import { ItrProgress } from '../../src/index.ts'
import { itrResult } from '../../src/testing/index.ts'
import { Gallery } from '../Gallery.tsx'
import { dictionaryOf, languages } from '../languages.ts'
import { Picture } from '../Picture.tsx'
import { usualPlan } from '../plans.ts'

const meta = preview.meta({
  title: 'Features/Languages',
  parameters: {
    docs: {
      description: {
        component: 'The same result in each language. All other stories use the language of the toolbar.',
      },
    },
  },
  component: ItrProgress,
  args: {
    result: itrResult('failed', { failure: 'no_itr_found' }),
    steps: usualPlan,
    onRestart: fn(),
    onAlternative: fn(),
  },
})

/** Sets the language of the page too. */
const inLanguage = (lang: string) => ({
  globals: { locale: lang },
  play: async ({ canvasElement }: { canvasElement: HTMLElement }) => {
    const heading = canvasElement.querySelector('[data-itr-part="heading"]')
    await expect(heading).toHaveTextContent(dictionaryOf(lang).heading.failed)
  },
})

const inAllLanguages = (width: string) => (props: ComponentProps<typeof ItrProgress>) => (
  <Gallery width={width}>
    {languages.map(({ lang, name, ownName, dictionary }) => (
      <Picture key={lang} caption={lang === 'en' ? name : `${name} · ${ownName}`}>
        <ItrProgress {...props} messages={dictionary} />
      </Picture>
    ))}
  </Gallery>
)

export const AllWaiting = meta.story({
  name: 'All languages: waiting',
  globals: { width: '100%' },
  args: { result: itrResult('processing') },
  render: inAllLanguages('20rem'),
})

export const AllFailed = meta.story({
  name: 'All languages: failed',
  globals: { width: '100%' },
  args: { steps: undefined },
  render: inAllLanguages('22rem'),
})

export const English = meta.story(inLanguage('en'))
export const Hindi = meta.story(inLanguage('hi'))
export const Bengali = meta.story(inLanguage('bn'))
export const Marathi = meta.story(inLanguage('mr'))
export const Telugu = meta.story(inLanguage('te'))
export const Tamil = meta.story(inLanguage('ta'))
export const Gujarati = meta.story(inLanguage('gu'))
export const Kannada = meta.story(inLanguage('kn'))
export const Malayalam = meta.story(inLanguage('ml'))
export const Punjabi = meta.story(inLanguage('pa'))
export const Urdu = meta.story(inLanguage('ur'))

export const UrduOnEnglishPage = meta.story({
  name: 'Urdu on an English page: the widget sets its own language and direction',
  args: { messages: dictionaryOf('ur') },
  play: async ({ canvas }) => {
    const widget = canvas.getByRole('group')
    await expect(widget).toHaveAttribute('lang', 'ur')
    await expect(widget).toHaveAttribute('dir', 'rtl')
  },
})

export const RightToLeft = meta.story({
  name: 'Right to left in English, to check the layout',
  globals: { direction: 'rtl' },
  play: async ({ canvas }) => {
    await expect(getComputedStyle(canvas.getByRole('group')).direction).toBe('rtl')
  },
})

export const OneSentenceChanged = meta.story({
  name: 'One text of the host',
  args: {
    result: itrResult('processing'),
    messages: { 'heading.watching': 'Getting your returns from the e-filing portal' },
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('heading')).toHaveTextContent(
      'Getting your returns from the e-filing portal',
    )
  },
})
