import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classifyItrFailure, itrFailureCodes, toFailureCode } from '../../src/contract/classifyItrFailure.ts'

const table = {
  account_locked: [
    'Account locked',
    'ACCOUNT_LOCKED',
    'your account is locked.',
    'locked',
    'invalid credentials: account locked',
  ],
  invalid_credentials: [
    'invalid credentials',
    'INVALID_CREDENTIALS',
    'Invalid-Credentials!',
    'Wrong password',
    'portal says: wrong password',
    'Login failed (invalid credentials). Try later.',
  ],
  second_factor_required: [
    'OTP needed',
    'enter otp',
    'Two factor on',
    'two-factor',
    'TWO_FACTOR_REQUIRED',
    'e-Filing Vault is on',
    'portal asks for an OTP',
  ],
  pan_not_registered: [
    'PAN not registered',
    'PAN ABCDE****F is not registered',
    'pan_not_registered',
    'PAN is not registered on the portal',
  ],
  no_itr_found: ['No ITR filed', 'NO_ITR_FOUND', 'no records found', 'Portal: no records found for 2024-25'],
  session_expired: ['session expired', 'Session has expired', 'SESSION_EXPIRED', 'portal session expired'],
  consent_denied: [
    'consent denied',
    'Consent was denied by the user',
    'CONSENT_DENIED',
    'consent denied at portal',
  ],
  report_failed: [
    'download failed',
    'Failed to download the profile',
    'parse failed',
    'failed to parse',
    'report generation failed',
    'Failed: report',
    'download of Form 26AS from the portal failed',
  ],
  portal_unavailable: [
    'portal down',
    'Portal is under maintenance',
    'technical error',
    'Please try later',
    'try again later',
    'Service unavailable',
    'SERVICE_UNAVAILABLE',
  ],
  unknown: ['', ' ', 'something odd', 'failed', 'e-filing', '!!!', 'मान्य नहीं'],
} as const

describe.each(Object.entries(table))('%s', (code, messages) => {
  it.each(messages)('%j', (message) => {
    expect(classifyItrFailure(message, [])).toBe(code)
    expect(classifyItrFailure(message.toUpperCase(), [])).toBe(code)
    expect(classifyItrFailure(`\n${message.toLowerCase()}\t`, [])).toBe(code)
  })
})

it.each(['Invalid – credentials!', 'INVALID: "credentials"', 'invalid \n credentials'])(
  'whatever stands between the words: %j',
  (message) => {
    expect(classifyItrFailure(message)).toBe('invalid_credentials')
  },
)

describe('whole words only', () => {
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
  ])('%s says nothing', (message) => {
    expect(classifyItrFailure(message, [])).toBe('unknown')
  })
})

describe('where the message says several things', () => {
  it('a locked account wins over all', () => {
    for (const messages of Object.values(table)) {
      for (const message of messages) {
        expect(classifyItrFailure(`${message}. Account locked.`)).toBe('account_locked')
        expect(classifyItrFailure(`Account locked. ${message}`)).toBe('account_locked')
      }
    }
  })

  it('every other reason wins over the portal', () => {
    for (const [code, messages] of Object.entries(table)) {
      if (code === 'unknown') continue
      for (const message of messages) {
        expect(classifyItrFailure(`Portal: technical error. ${message}`)).toBe(code)
        expect(classifyItrFailure(`${message}. Please try later.`)).toBe(code)
      }
    }
  })
})

describe('where the message says nothing', () => {
  it.each([
    ['download_profile', 'report_failed'],
    ['download-itr-v', 'report_failed'],
    ['parse_26as', 'report_failed'],
    ['build.report', 'report_failed'],
    ['check-credentials', 'invalid_credentials'],
    ['CHECK_CREDENTIALS', 'invalid_credentials'],
    ['submit-otp', 'second_factor_required'],
    ['generate-2fa', 'second_factor_required'],
    ['create_client', 'unknown'],
    ['downloads', 'unknown'],
    ['', 'unknown'],
  ])('the step %s says %s', (step, code) => {
    for (const message of ['', null, undefined, 'something odd'])
      expect(classifyItrFailure(message, [step])).toBe(code)
  })

  it('any of the failed steps may say it', () => {
    expect(classifyItrFailure(null, ['create_client', 'download_profile'])).toBe('report_failed')
    expect(classifyItrFailure(null, ['download_profile', 'check-credentials'])).toBe('invalid_credentials')
    expect(classifyItrFailure(null, ['down', 'load'])).toBe('unknown')
  })

  it('no steps need be given', () => {
    expect(classifyItrFailure('locked')).toBe('account_locked')
    expect(classifyItrFailure(null)).toBe('unknown')
  })

  it('a message that says something wins over the steps', () => {
    expect(classifyItrFailure('Portal down', ['check-credentials'])).toBe('portal_unavailable')
  })
})

describe('any text at all', () => {
  it('has a code of the list', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (message, steps) => {
        expect(itrFailureCodes).toContain(classifyItrFailure(message, steps))
      }),
    )
  })

  it.each(['pan ', 'report ', 'failed ', 'consent ', 'session ', 'no '])(
    '%s a hundred thousand times is read in no time',
    (word) => {
      // Each of these would take minutes if all of the text were searched.
      expect(classifyItrFailure(word.repeat(100_000), [word.repeat(100_000)])).toBeTypeOf('string')
    },
  )

  it('what stands in its first 2,000 characters counts, and no more', () => {
    expect(classifyItrFailure('x '.repeat(990) + 'account locked')).toBe('account_locked')
    expect(classifyItrFailure('x '.repeat(1_000) + 'account locked')).toBe('unknown')
  })
})

describe('toFailureCode', () => {
  it('knows the codes of the list and nothing else', () => {
    expect([...itrFailureCodes].sort()).toEqual(Object.keys(table).sort())
    for (const code of itrFailureCodes) expect(toFailureCode(code)).toBe(code)
    for (const text of ['', 'Unknown', 'account_locked ', 'toString']) expect(toFailureCode(text)).toBeNull()
  })
})
