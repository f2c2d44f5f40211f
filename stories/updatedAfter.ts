import { itrResult } from '../src/testing/index.ts'

/** Overrides of `itrResult`: the last change of the sample job, in seconds after its start. */
export function updatedAfter(seconds: number) {
  const { startedAt } = itrResult('processing')
  return { updatedAt: new Date(startedAt! + seconds * 1000).toISOString() }
}
