import { describe, expect, it } from 'vitest'
import { ItrStatusError } from '../../src/contract/ItrStatusError.ts'
import { en } from '../../src/locales/en.ts'
import type { ItrJobStatusResult } from '../../src/polling/ItrJobStatusResult.ts'
import { itrResult } from '../../src/testing/itrResult.ts'
import { part, show } from './show.tsx'

const failed = (status: number, startedAt: number, jobId = 'job-1') =>
  ({
    ...itrResult('error'),
    error: new ItrStatusError('http', 'permanent', { status }),
    startedAt,
    jobId,
  }) as ItrJobStatusResult
const isRepeated = () => part('message').textContent.includes(en.body.repeated)

describe('ItrProgress: the same error after a retry', () => {
  it('says that it was tried again', () => {
    const { thenShow } = show(failed(401, 1))
    expect(isRepeated()).toBe(false)
    thenShow(Object.assign(itrResult('connecting'), { startedAt: 2, jobId: 'job-1' }))
    expect(isRepeated()).toBe(false)
    thenShow(failed(401, 2))
    expect(isRepeated()).toBe(true)
  })

  it.each([
    ['another error', failed(404, 2)],
    ['another job', failed(401, 2, 'job-2')],
    ['the same window', failed(401, 1)],
  ])('says nothing for %s', (_, next) => {
    const { thenShow } = show(failed(401, 1))
    thenShow(next)
    expect(isRepeated()).toBe(false)
  })
})

describe('ItrProgress: a live job with `enabled: false`', () => {
  it('does not say that it is fetching', () => {
    const result = itrResult('processing', { currentStep: 'download_itr' })
    result.isPolling = false
    show(result)
    expect(part('heading')).toHaveTextContent(en.heading.idle)
    expect(part('message')).toHaveTextContent(en.body.paused)
    expect(part('bar')).toHaveAttribute('aria-valuetext', en.heading.idle)
    expect(part('bar')).not.toHaveAttribute('data-polling')
    expect(part('announcer')).toBeEmptyDOMElement()
  })
})
