import { expect, it } from 'vitest'
import { describeWatch } from '../../src/polling/describeWatch.ts'
import { openWindow } from '../../src/polling/WatchRecord.ts'
import { itrState } from '../../src/testing/itrState.ts'

const { job } = itrState('processing')
const seen = (view: { enabled: boolean; isOnline: boolean }) =>
  describeWatch(job, openWindow(0), { timeout: 240_000, ...view }).connection

it('a watcher without a network is offline, and one that does not watch promises nothing', () => {
  expect(seen({ enabled: true, isOnline: false })).toBe('offline')
  expect(seen({ enabled: false, isOnline: false })).toBe('ok')
  expect(seen({ enabled: true, isOnline: true })).toBe('ok')
})
