import { render, screen } from '@testing-library/react'
import { StrictMode, type ReactElement } from 'react'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { en } from '../../src/locales/en.ts'
import type { ItrMessageKey, ItrMessages, ItrPartialMessages } from '../../src/locales/ItrMessages.ts'
import { ItrProvider } from '../../src/react/ItrProvider.tsx'
import { itrResult } from '../../src/testing/itrResult.ts'
import { ItrProgress } from '../../src/ui/root/ItrProgress.tsx'
import { ItrProgressAnnouncer } from '../../src/ui/parts/ItrProgressAnnouncer.tsx'
import { useItrProgress } from '../../src/ui/root/useItrProgress.ts'
import { createTranslator } from '../../src/view/createTranslator.ts'
import { part, show } from './showing.tsx'

const html = document.documentElement
const warn = vi.spyOn(console, 'warn')

beforeEach(() => {
  warn.mockReset()
  html.lang = 'en'
})
afterEach(() => {
  html.removeAttribute('lang')
  html.removeAttribute('dir')
})

const watching = itrResult('processing', {
  stepsCompleted: ['a'],
  stepsFailed: [],
  currentStep: 'download_profile',
})
/** A whole dictionary in which no word is English. */
const foreign: ItrMessages = JSON.parse(
  JSON.stringify({ ...en, lang: '', dir: '' }, (key, value: unknown) =>
    typeof value === 'string' ? ({ lang: 'mr', dir: 'ltr' }[key] ?? `‹${key}›`) : value,
  ),
)

describe('words', () => {
  it('come from the dictionary, all of them, in every phase', () => {
    const others = {
      onRestart: () => {},
      onAlternative: () => {},
      showDetails: true,
      messages: foreign,
      reportHref: '/r',
    }
    const steps = ['create_client', 'download_profile']
    const { thenShow } = show(watching, { ...others, steps })
    for (const result of [
      watching,
      itrResult('idle'),
      itrResult('processing', { isDelayed: true, connection: 'offline' }),
      itrResult('completed'),
      itrResult('failed'),
      itrResult('timed-out'),
      itrResult('error'),
    ]) {
      thenShow(result)
      const words = part('root').textContent.replace(/‹[^›]*›/g, '')
      // What is left is no word of ours: the code, the date, the PAN, and the ids of steps outside the dictionary.
      expect(words).not.toMatch(/verif|income|step|check|again|complete|fail(?!ed$)|portal/i)
    }
  })

  it('come in part from the dictionary here, then from that of the provider, then from the English one', () => {
    render(
      <ItrProvider messages={{ 'heading.watching': 'provided', 'body.usual': 'provided' }}>
        <ItrProgress result={watching} messages={{ 'heading.watching': 'given', 'body.usual': undefined }} />
      </ItrProvider>,
    )
    expect(part('heading')).toHaveTextContent(/^given$/)
    expect(part('message')).toHaveTextContent(/^provided$/)
    expect(screen.getByRole('list')).toHaveTextContent('Download profile In progress')
  })

  it('may be left empty on purpose', () => {
    show(watching, { messages: { 'body.usual': '' } })
    expect(part('message')).toBeEmptyDOMElement()
  })

  it('have their placeholders filled in, numbers as the language of the words writes them', () => {
    const { t } = createTranslator([{ lang: 'mr', currentStep: '{number}/{number}: {step} {other}' }])
    expect(t('currentStep', { number: 12, step: '{number}' })).toBe('१२/१२: {number} {other}')
    expect(t('body.usual', { from: 30, to: 90 })).toBe('This usually takes ३० to ९० seconds.')
  })

  it('may be nested or flat, and one dictionary may be both', () => {
    const words = createTranslator([{ heading: { idle: 'nested' }, 'heading.failed': 'flat' }])
    expect([words.t('heading.idle'), words.t('heading.failed'), words.t('heading.error')]).toEqual([
      'nested',
      'flat',
      en.heading.error,
    ])
    expect(createTranslator([{ step: { 'a.b': 'a step with a dot' } }]).t('step.a.b')).toBe(
      'a step with a dot',
    )
  })

  it.each([{ heading: 'x' }, { heading: null }, { heading: { idle: 7 } }, { 'heading.idle': {} }, null])(
    'of %j are English where no sentence is',
    (odd) => expect(createTranslator([odd as never]).t('heading.idle')).toBe(en.heading.idle),
  )

  it('for a step come from one dictionary: no foreign sentence has an English step in it', () => {
    show(watching, { messages: { currentStep: '«{step}»', step: { download_profile: 'प्रोफ़ाइल' } } })
    expect(part('bar')).toHaveTextContent('«प्रोफ़ाइल»')
  })

  it('name a step the same with dashes as with underscores', () => {
    show(itrResult('processing', { currentStep: 'download-itr-v', stepsCompleted: [], stepsFailed: [] }))
    expect(screen.getByRole('list')).toHaveTextContent('Download ITR-V')
  })

  it('of an unknown key are the key', () => {
    expect(createTranslator([]).t('toString' as ItrMessageKey)).toBe('toString')
    expect(createTranslator([]).t('step.nobody_knows')).toBe('step.nobody_knows')
  })

  it('are there for any child of the widget', () => {
    function Own() {
      const { result, steps, t } = useItrProgress()
      return (
        <p role="note">
          {result.phase}, {steps.map(({ label, state }) => `${label} is ${state}`).join(', ')},{' '}
          {t('action.retry')}
        </p>
      )
    }
    show(watching, { children: [<Own key="own" />, <ItrProgressAnnouncer key="announcer" />] })
    expect(screen.getByRole('note')).toHaveTextContent(
      'processing, A is completed, Download profile is current, Check again',
    )
  })
})

describe('the locale', () => {
  const dates = (locale: string, updatedAt: string) =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(updatedAt))
  const job = { updatedAt: '2026-04-07T11:24:31.000Z' }
  const shown = () => part('root').querySelectorAll('dd')[1]?.textContent

  it('writes the dates; without one the language of the words does', () => {
    const { thenShow } = show(itrResult('failed', job), { showDetails: true, locale: 'en-GB' })
    expect(shown()).toBe(dates('en-GB', job.updatedAt))
    thenShow(itrResult('failed', job), { showDetails: true, messages: foreign })
    expect(shown()).toBe(dates('mr', job.updatedAt))
    thenShow(itrResult('failed', job), { showDetails: true })
    expect(shown()).toBe(dates('en', job.updatedAt))
  })

  it('may come from the provider', () => {
    render(
      <ItrProvider locale="en-GB">
        <ItrProgress result={itrResult('failed', job)} showDetails />
      </ItrProvider>,
    )
    expect(shown()).toBe(dates('en-GB', job.updatedAt))
  })

  it.each(['', 'x', 'en_IN', 'xx', 'not a locale', '-', 'en-IN-u-nu-nope'])(
    '"%s" is no reason to throw',
    (locale) => {
      warn.mockImplementation(() => {})
      show(itrResult('failed', job), { showDetails: true, locale })
      expect(shown()).toMatch(/2026/)
    },
  )

  it('of another language than the words is told once, with the import that is missing', () => {
    warn.mockImplementation(() => {})
    const { rerender } = render(<ItrProgress result={watching} locale="hi-IN" />, { wrapper: StrictMode })
    rerender(<ItrProgress result={itrResult('completed')} locale="hi-IN" />)
    expect(warn.mock.calls).toEqual([
      [expect.stringContaining("import { hi } from 'itr-progress/locales/hi'")],
    ])
  })

  it.each([
    [undefined, undefined],
    ['en-IN', undefined],
    ['en_IN', undefined],
    ['mr-IN', foreign],
  ])('%s with its own words is no reason to warn', (locale, messages) => {
    show(watching, { locale, messages })
    expect(warn).not.toHaveBeenCalled()
  })

  it('is nobody’s concern in production', () => {
    vi.stubEnv('NODE_ENV', 'production')
    show(watching, { locale: 'hi', children: null })
    vi.unstubAllEnvs()
    expect(warn).not.toHaveBeenCalled()
  })
})

describe('lang and dir', () => {
  const urdu = { lang: 'ur', dir: 'rtl' } as const

  it.each<[string, string, string, ItrPartialMessages | undefined, string | null, string | null]>([
    ['an English page', 'en', '', undefined, null, null],
    ['a page in Indian English', 'en-IN', 'ltr', undefined, null, null],
    ['a page that does not say its language', '', '', undefined, 'en', null],
    ['a page in Urdu', 'ur', 'rtl', undefined, 'en', 'ltr'],
    ['an English page, with Urdu words', 'en', '', urdu, 'ur', 'rtl'],
    ['a page in Urdu, with Urdu words', 'ur', 'rtl', urdu, null, null],
  ])('on %s are said where they differ', (_, lang, dir, messages, expectedLang, expectedDir) => {
    html.lang = lang
    html.dir = dir
    show(watching, { messages })
    expect(part('root').getAttribute('lang')).toBe(expectedLang)
    expect(part('root').getAttribute('dir')).toBe(expectedDir)
  })

  it('are said by a server, which does not know the page', () => {
    const page = renderToString((<ItrProgress result={watching} messages={urdu} />) as ReactElement)
    expect(page).toContain('lang="ur"')
    expect(page).toContain('dir="rtl"')
  })
})
