import { describe, expect, it } from 'vitest'
import { classifyItrFailure, itrFailureCodes } from '../../src/contract/classifyItrFailure.ts'

const messages = {
  account_locked: ['Account locked', 'ACCOUNT_LOCKED', 'your account is locked.', 'locked'],
  invalid_credentials: [
    'INVALID_CREDENTIALS',
    'Invalid – credentials!',
    'INVALID: "credentials"',
    'invalid \n credentials',
    'Wrong password',
    'Login failed (invalid credentials). Try later.',
  ],
  second_factor_required: ['OTP needed', 'two-factor', 'TWO_FACTOR_REQUIRED', 'e-Filing Vault is on'],
  pan_not_registered: ['PAN not registered', 'PAN ABCDE****F is not registered', 'pan_not_registered'],
  no_itr_found: ['No ITR filed', 'NO_ITR_FOUND', 'no records found'],
  session_expired: ['session expired', 'Session has expired', 'SESSION_EXPIRED'],
  consent_denied: ['consent denied', 'Consent was denied by the user', 'CONSENT_DENIED'],
  report_failed: [
    'download failed',
    'Failed to download the profile',
    'parse failed',
    'failed to parse',
    'report generation failed',
    'Failed: report',
  ],
  portal_unavailable: [
    'portal down',
    'technical error',
    'Please try later',
    'try again later',
    'SERVICE_UNAVAILABLE',
  ],
  unknown: ['', ' ', 'something odd', 'failed', 'e-filing', '!!!', 'मान्य नहीं'],
}

describe('classifyItrFailure: message', () => {
  it('has examples for every code', () => {
    expect(Object.keys(messages).sort()).toEqual([...itrFailureCodes].sort())
  })

  it.each(Object.entries(messages).flatMap(([code, texts]) => texts.map((text) => [text, code] as const)))(
    'classifies %j as %s',
    (text, code) => {
      expect(classifyItrFailure(text)).toBe(code)
      expect(classifyItrFailure(text.toUpperCase())).toBe(code)
      expect(classifyItrFailure(`\n${text.toLowerCase()}\t`)).toBe(code)
      expect(classifyItrFailure(`Account locked. ${text}`)).toBe('account_locked')
      expect(classifyItrFailure(`${text}. Account locked.`)).toBe('account_locked')
      if (code === 'unknown') return
      expect(classifyItrFailure(`Portal: technical error. ${text}`)).toBe(code)
      expect(classifyItrFailure(`${text}. Please try later.`)).toBe(code)
    },
  )

  it.each([
    'blocked',
    'unlocked',
    'lockedout',
    'potpourri',
    'laptop',
    'vaulted',
    'invalid credentialsx',
    'xinvalid credentials',
    'wrong passwords',
    'Japan not registered',
    'pan not registeredly',
    'pan cannot registered',
    'casino itr',
    'no itrs',
    'no records foundation',
    'possession expired',
    'session expiredly',
    'consents denied',
    'downloaded failed',
    'reporter failed',
    'failed reporting',
    'parser failed',
    'transportal',
    'technical errors',
    'retry later on',
    'service unavailableness',
  ])('matches whole words only: %s', (text) => {
    expect(classifyItrFailure(text)).toBe('unknown')
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
  it.each([
    [['download_profile'], 'report_failed'],
    [['download-itr-v'], 'report_failed'],
    [['parse_26as'], 'report_failed'],
    [['build.report'], 'report_failed'],
    [['check-credentials'], 'invalid_credentials'],
    [['CHECK_CREDENTIALS'], 'invalid_credentials'],
    [['submit-otp'], 'second_factor_required'],
    [['generate-2fa'], 'second_factor_required'],
    [['create_client', 'download_profile'], 'report_failed'],
    [['download_profile', 'check-credentials'], 'invalid_credentials'],
    [['down', 'load'], 'unknown'],
    [['create_client'], 'unknown'],
    [['downloads'], 'unknown'],
    [[], 'unknown'],
    [undefined, 'unknown'],
  ])('classifies %j as %s if no message matches', (steps, code) => {
    for (const message of ['', null, undefined, 'something odd'])
      expect(classifyItrFailure(message, steps)).toBe(code)
  })

  it('prefers the message', () => {
    expect(classifyItrFailure('Portal down', ['check-credentials'])).toBe('portal_unavailable')
  })
})
