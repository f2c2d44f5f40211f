import { render } from '@testing-library/react'
import type { ReactElement } from 'react'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { en } from '../../src/locales/en.ts'
import type { ItrMessages, ItrPartialMessages } from '../../src/locales/ItrMessages.ts'
import { ItrProvider } from '../../src/react/ItrProvider.tsx'
import { itrResult } from '../../src/testing/itrResult.ts'
import { ItrProgress } from '../../src/ui/root/ItrProgress.tsx'
import { part, show } from './show.tsx'

const html = document.documentElement
const polling = itrResult('processing')

beforeEach(() => {
  html.lang = 'en'
})
afterEach(() => {
  html.removeAttribute('lang')
  html.removeAttribute('dir')
})

/** A complete dictionary without English. */
const foreign: ItrMessages = JSON.parse(
  JSON.stringify({ ...en, lang: '', dir: '' }, (key, value: unknown) =>
    typeof value === 'string' ? ({ lang: 'mr', dir: 'ltr' }[key] ?? `‹${key}›`) : value,
  ),
)

describe('ItrProgress: messages', () => {
  it.each([
    polling,
    itrResult('idle'),
    itrResult('processing', { isDelayed: true, connection: 'offline' }),
    itrResult('completed'),
    itrResult('failed'),
    itrResult('timed-out'),
    itrResult('error'),
  ])('takes every text from the dictionary in $phase', (result) => {
    const handlers = { onRestart: () => {}, onAlternative: () => {}, reportHref: '/r' }
    show(result, { ...handlers, showDetails: true, messages: foreign, steps: ['create_client'] })
    const text = part('root').textContent.replace(/‹[^›]*›/g, '')
    // The rest is data: the code, the date, the PAN, and ids of steps outside the dictionary.
    expect(text).not.toMatch(/verif|income|step|check|again|complete|fail(?!ed$)|portal/i)
  })

  it('takes messages and locale from the provider', () => {
    const provided = { messages: { 'heading.watching': 'provided' }, locale: 'mr' }
    render(
      <ItrProvider {...provided}>
        <ItrProgress result={polling} />
      </ItrProvider>,
    )
    expect(part('heading')).toHaveTextContent(/^provided$/)
    expect(part('message')).toHaveTextContent('This usually takes ३० to ९० seconds.')
  })
})

describe('ItrProgress: lang and dir', () => {
  const urdu = { lang: 'ur', dir: 'rtl' } as const

  it.each<[string, string, string, ItrPartialMessages | undefined, string | null, string | null]>([
    ['an English page', 'en', '', undefined, null, null],
    ['a page in Indian English', 'en-IN', 'ltr', undefined, null, null],
    ['a page without a language', '', '', undefined, 'en', null],
    ['a page in Urdu', 'ur', 'rtl', undefined, 'en', 'ltr'],
    ['an English page with Urdu messages', 'en', '', urdu, 'ur', 'rtl'],
    ['a page in Urdu with Urdu messages', 'ur', 'rtl', urdu, null, null],
  ])('sets them only where they differ from %s', (_, lang, dir, messages, expectedLang, expectedDir) => {
    html.lang = lang
    html.dir = dir
    show(polling, { messages })
    expect(part('root').getAttribute('lang')).toBe(expectedLang)
    expect(part('root').getAttribute('dir')).toBe(expectedDir)
  })

  it('sets both on a server, which does not know the page', () => {
    const page = renderToString((<ItrProgress result={polling} messages={urdu} />) as ReactElement)
    expect(page).toContain('lang="ur"')
    expect(page).toContain('dir="rtl"')
  })
})
