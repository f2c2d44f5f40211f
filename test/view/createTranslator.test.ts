import { describe, expect, it } from 'vitest'
import { en } from '../../src/locales/en.ts'
import type { ItrMessageKey } from '../../src/locales/ItrMessages.ts'
import { createTranslator } from '../../src/view/createTranslator.ts'

const date = new Date('2026-04-07T11:24:31.000Z')
const formatDate = (locale: string) =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(date)

describe('createTranslator', () => {
  it('replaces known placeholders and formats numbers for the language of the messages', () => {
    const { t } = createTranslator([{ lang: 'mr', currentStep: '{number}/{number}: {step} {other}' }])
    expect(t('currentStep', { number: 12, step: '{number}' })).toBe('१२/१२: {number} {other}')
    expect(t('body.usual', { from: 30, to: 90 })).toBe('This usually takes ३० to ९० seconds.')
  })

  it('takes a message from the first dictionary that has it, and from English at last', () => {
    const first = { lang: 'mr', dir: 'rtl', 'heading.idle': undefined, body: { idle: 'first' } } as const
    const { t, lang, dir } = createTranslator([undefined, first, { heading: { idle: 'second' }, lang: 'hi' }])
    expect([t('body.idle'), t('heading.idle'), t('heading.error')]).toEqual([
      'first',
      'second',
      en.heading.error,
    ])
    expect([lang, dir]).toEqual(['mr', 'rtl'])
    expect(createTranslator([])).toMatchObject({ lang: 'en', dir: 'ltr' })
  })

  it('reads nested and flat keys, also in one dictionary', () => {
    const { t } = createTranslator([
      { heading: { idle: 'nested' }, 'heading.failed': 'flat', step: { 'a.b': 'with a dot' } },
    ])
    expect([t('heading.idle'), t('heading.failed'), t('step.a.b')]).toEqual(['nested', 'flat', 'with a dot'])
  })

  it.each([{ heading: 'x' }, { heading: null }, { heading: { idle: 7 } }, { 'heading.idle': {} }, null])(
    'falls back to English for the malformed dictionary %j',
    (dictionary) => expect(createTranslator([dictionary as never]).t('heading.idle')).toBe(en.heading.idle),
  )

  it.each(['toString', 'step.unknown_step'])('returns the unknown key %s itself', (key) => {
    expect(createTranslator([]).t(key as ItrMessageKey)).toBe(key)
  })

  it('formats for the requested locale, else for the language of the messages', () => {
    expect(createTranslator([], 'en-GB').format(date)).toBe(formatDate('en-GB'))
    expect(createTranslator([{ lang: 'mr' }]).format(date)).toBe(formatDate('mr'))
    expect(createTranslator([]).format(date)).toBe(formatDate('en-IN'))
    expect(createTranslator([{ lang: 'not a language' }]).format(date)).toBe(formatDate('en-IN'))
  })

  it('formats a time of day, in UTC with its name for server-rendered HTML', () => {
    const time = new Intl.DateTimeFormat('en-IN', { timeStyle: 'short' }).format(date)
    expect(createTranslator([]).formatTime(+date, +date)).toBe(time)
    expect(createTranslator([], undefined, true).formatTime(+date, +date)).toBe('11:24 am UTC')
  })

  it.each([
    [0, '0 seconds'],
    [1_999, '1 second'],
    [59_999, '59 seconds'],
    [60_000, '1 minute 0 seconds'],
    [125_400, '2 minutes 5 seconds'],
  ])('formats a duration of %i ms as %s', (ms, text) => {
    expect(createTranslator([]).formatDuration(ms)).toBe(text)
  })

  it.each(['', 'x', 'en_IN', 'xx', 'not a locale', '-'])('ignores the unknown locale "%s"', (locale) => {
    expect(createTranslator([], locale).format(date)).toBe(formatDate('en-IN'))
  })
})
