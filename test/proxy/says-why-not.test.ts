import { expect, it } from 'vitest'
import { ProxyError, type ItrProxyErrorCode } from '../../src/proxy/errors.ts'

it.each<[ItrProxyErrorCode, number]>([
  ['method_not_allowed', 405],
  ['unsupported_media_type', 415],
  ['forbidden_origin', 403],
  ['body_too_large', 413],
  ['invalid_request', 400],
  ['not_found', 404],
  ['rate_limited', 429],
  ['upstream_unavailable', 502],
  ['upstream_refused', 502],
  ['upstream_invalid', 502],
  ['upstream_timeout', 504],
  ['aborted', 499],
])('%s is a %i, says why in a sentence, and where to read on', (code, status) => {
  const refusal = new ProxyError(code)
  expect(refusal).toMatchObject({ code, status, retryAt: null })
  const [sentence, more] = refusal.message.split(' See ')
  expect(sentence).toMatch(/^[A-Z].{10,}\.$/)
  expect(more).toBe(`itr-progress/docs/errors.md#${code}`)
})
