import { describe, expect, it } from 'vitest'
import failureCodes from '../../docs/fixtures/failure-codes.json' with { type: 'json' }
import { classifyItrFailure, itrFailureCodes } from '../../src/contract/classifyItrFailure.ts'

describe('classifyItrFailure: message', () => {
  it('has examples for every code', () => {
    expect(Object.keys(failureCodes.error_message).sort()).toEqual([...itrFailureCodes].sort())
  })

  it.each(
    Object.entries(failureCodes.error_message).flatMap(([code, texts]) =>
      texts.map((text) => [text, code] as const),
    ),
  )('classifies %j as %s', (text, code) => {
    expect(classifyItrFailure(text)).toBe(code)
    expect(classifyItrFailure(text.toUpperCase())).toBe(code)
    expect(classifyItrFailure(`\n${text.toLowerCase()}\t`)).toBe(code)
    expect(classifyItrFailure(`Account locked. ${text}`)).toBe('account_locked')
    expect(classifyItrFailure(`${text}. Account locked.`)).toBe('account_locked')
    if (code === 'unknown') return
    expect(classifyItrFailure(`Portal: technical error. ${text}`)).toBe(code)
    expect(classifyItrFailure(`${text}. Please try later.`)).toBe(code)
  })

  it('reads the first 2,000 characters only', () => {
    expect(classifyItrFailure('x '.repeat(990) + 'account locked')).toBe('account_locked')
    expect(classifyItrFailure('x '.repeat(1_000) + 'account locked')).toBe('unknown')
  })

  // Without the limit each of these would take minutes.
  it.each(['pan ', 'report ', 'failed ', 'consent ', 'session ', 'no '])(
    'classifies 100,000 times %j in no time',
    (word) => {
      expect(classifyItrFailure(word.repeat(100_000), [word.repeat(100_000)])).toBeTypeOf('string')
    },
  )
})

describe('classifyItrFailure: failed steps', () => {
  it.each(failureCodes.steps_failed)(
    'classifies $ids as $failure_code if no message matches',
    ({ ids, failure_code }) => {
      for (const message of ['', null, undefined, 'something odd'])
        expect(classifyItrFailure(message, ids)).toBe(failure_code)
    },
  )

  it('prefers the message', () => {
    expect(classifyItrFailure('Portal down', ['check-credentials'])).toBe('portal_unavailable')
  })
})
