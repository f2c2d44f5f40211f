import { expect, it } from 'vitest'
import { ItrStatusError, type ItrErrorCode } from '../../src/contract/ItrStatusError.ts'
import { parseItrJob } from '../../src/contract/parseItrJob.ts'

const codes: ItrErrorCode[] = ['network', 'timeout', 'http', 'unsuccessful', 'invalid_response']

it.each(codes)(
  '%s is an Error with a name, a code, a kind and a sentence of its own that says where to read on',
  (code) => {
    const error = new ItrStatusError(code, 'transient')
    expect(error).toBeInstanceOf(Error)
    expect(error).toMatchObject({
      name: 'ItrStatusError',
      code,
      kind: 'transient',
      status: null,
      retryAfter: null,
    })
    expect(String(error)).toMatch(
      /^ItrStatusError: No ITR status \(.*\): itr-progress\/docs\/errors\.md#\w+$/,
    )
    expect(error.message).toContain(`#${code}`)
    const messages = codes.map((other) => new ItrStatusError(other, 'transient', { status: 503 }).message)
    expect(new Set(messages).size).toBe(codes.length)
  },
)

it('says the HTTP status, and keeps what is known', () => {
  const error = new ItrStatusError('http', 'permanent', { status: 403, retryAfter: 5000 })
  expect(error).toMatchObject({ kind: 'permanent', status: 403, retryAfter: 5000 })
  expect(error.message).toContain('403')
  expect(new ItrStatusError('http', 'transient', { retryAfter: 1 }).status).toBeNull()
})

it.each([
  { success: false, message: 'canary ABCDE1234F', error_code: 'canary' },
  { success: true, message: 'canary', data: { job_id: 'canary', status: 7, pan: 'ABCDE1234F' } },
  'canary',
  ['canary'],
])('nothing of the answer %j is in the error', (payload) => {
  const error = (() => {
    try {
      return parseItrJob(payload)
    } catch (thrown) {
      return thrown as Error
    }
  })()
  expect(error).toBeInstanceOf(ItrStatusError)
  const { message, cause } = error as Error
  expect(JSON.stringify({ ...error, message, cause })).not.toMatch(/canary|ABCDE/)
})
