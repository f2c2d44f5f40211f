import { describe, expect, it } from 'vitest'
import { itrResult } from '../../src/testing/itrResult.ts'
import { getPhaseView } from '../../src/view/phaseViews.ts'

describe('getPhaseView', () => {
  it('announces the end of a job immediately', () => {
    expect(getPhaseView(itrResult('completed')).announcement).toBe('immediate')
    expect(getPhaseView(itrResult('failed')).announcement).toBe('immediate')
    expect(getPhaseView(itrResult('processing')).announcement).toBeUndefined()
  })
})
