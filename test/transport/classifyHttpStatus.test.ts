import { expect, it } from 'vitest'
import { classifyHttpStatus } from '../../src/transport/classifyHttpStatus.ts'

it.each([
  [408, undefined, 'transient'],
  [425, undefined, 'transient'],
  [429, undefined, 'transient'],
  [500, undefined, 'transient'],
  [599, undefined, 'transient'],
  [502, { error_code: 'upstream_unavailable' }, 'transient'],
  [502, null, 'transient'],
  [502, 'upstream_refused', 'transient'],
  [502, { error_code: 'upstream_refused' }, 'doubtful'],
  [502, { error_code: 'upstream_invalid' }, 'doubtful'],
  [503, { error_code: 'upstream_invalid' }, 'transient'],
  [400, undefined, 'permanent'],
  [404, { error_code: 'upstream_refused' }, 'permanent'],
  [499, undefined, 'permanent'],
  [302, undefined, 'doubtful'],
  [101, undefined, 'doubtful'],
  [0, undefined, 'doubtful'],
  [600, undefined, 'doubtful'],
])('%i with %j is %s', (status, payload, kind) => {
  expect(classifyHttpStatus(status, payload)).toBe(kind)
})
