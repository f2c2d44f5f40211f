import { describe, expect, it } from 'vitest'
import { en } from '../../src/locales/en.ts'
import type { ItrMessages } from '../../src/locales/ItrMessages.ts'
import { itrResult } from '../../src/testing/itrResult.ts'
import { part, show } from './show.tsx'

/** A complete dictionary without English. */
const foreign: ItrMessages = JSON.parse(
  JSON.stringify({ ...en, lang: '', dir: '' }, (key, value: unknown) =>
    typeof value === 'string' ? ({ lang: 'mr', dir: 'ltr' }[key] ?? `‹${key}›`) : value,
  ),
)

describe('ItrProgress: messages', () => {
  it.each([
    itrResult('processing'),
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
})
