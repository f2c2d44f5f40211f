import { describe, expect, it } from 'vitest'
import { ItrStatusError, type ItrErrorCode } from '../../src/contract/ItrStatusError.ts'

describe('ItrStatusError', () => {
  it.each<ItrErrorCode>(['network', 'timeout', 'http', 'unsuccessful', 'invalid_response'])(
    'links %s to its section of the docs',
    (code) => {
      expect(String(new ItrStatusError(code, 'transient'))).toBe(
        `ItrStatusError: itr-progress: no job status (${code}, transient). See itr-progress/docs/errors.md#${code}`,
      )
    },
  )

  it('has null for what is unknown, and no cause unless one is given', () => {
    const error = new ItrStatusError('network', 'transient')
    expect(error).toBeInstanceOf(Error)
    expect(error).toMatchObject({ name: 'ItrStatusError', code: 'network', kind: 'transient' })
    expect(error).toMatchObject({ status: null, retryAfter: null })
    expect('cause' in error).toBe(false)
  })

  it('has the HTTP status, the requested wait and the cause', () => {
    const cause = new Error('canary')
    const error = new ItrStatusError('http', 'permanent', { status: 403, retryAfter: 5000, cause })
    expect(error).toMatchObject({ kind: 'permanent', status: 403, retryAfter: 5000 })
    expect(error.message).toContain('(403, permanent)')
    expect(error.cause).toBe(cause)
    // Serializers copy own enumerable properties, so the cause is not one.
    expect(JSON.stringify({ ...error, message: error.message })).not.toContain('canary')
  })
})
