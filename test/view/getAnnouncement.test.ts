import { describe, expect, it } from 'vitest'
import { en } from '../../src/locales/en.ts'
import type { ItrJobStatusResult } from '../../src/polling/ItrJobStatusResult.ts'
import { itrResult } from '../../src/testing/itrResult.ts'
import { createTranslator } from '../../src/view/createTranslator.ts'
import { getAnnouncement, type AnnouncedState } from '../../src/view/getAnnouncement.ts'
import { getStatusText } from '../../src/view/getStatusText.ts'
import { getSteps } from '../../src/view/getSteps.ts'

const translator = createTranslator([])
const processing = (fields: object = {}) =>
  itrResult('processing', { stepsCompleted: [], stepsFailed: [], currentStep: 'download_profile', ...fields })
const stepsOf = (result: ItrJobStatusResult) => getSteps(result, [], translator)

const atFirst = { connection: 'ok', minutes: 0 } as const

/** State after the announcement of a job in the step "profile". */
const getAnnounced = (): AnnouncedState => ({
  isDelayed: false,
  steps: stepsOf(processing()),
  ...atFirst,
})

/** Returns what is announced after that state with the changes of `before`. */
function announcementOf(
  result: ItrJobStatusResult,
  before: Partial<AnnouncedState> = {},
  now: Pick<AnnouncedState, 'connection' | 'minutes'> = atFirst,
) {
  const text = { ...getStatusText(result, translator.t, false), steps: stepsOf(result) }
  return getAnnouncement(result, text, translator.t, { ...getAnnounced(), ...before }, now)
}

describe('getAnnouncement', () => {
  it('is empty if nothing has changed', () => {
    expect(announcementOf(processing())).toBe('')
  })

  it('has the new step', () => {
    expect(announcementOf(processing({ currentStep: 'download_itr_v' }))).toBe('Step 1: ITR-V.')
    expect(announcementOf(processing(), { steps: [] })).toBe('Step 1: profile.')
  })

  it('says once that the job is delayed', () => {
    const delayed = processing({ isDelayed: true })
    expect(announcementOf(delayed)).toBe(en.body.delayed)
    expect(announcementOf(delayed, { isDelayed: true })).toBe('')
  })

  it('has a change of the connection, in both directions', () => {
    const lost = { connection: 'offline', minutes: 0 } as const
    expect(announcementOf(processing(), {}, lost)).toBe(en.hint.offline)
    expect(announcementOf(processing(), lost, lost)).toBe('')
    expect(announcementOf(processing(), lost)).toBe(en.hint.ok)
  })

  it('has no connection in a phase that does not poll', () => {
    expect(announcementOf(itrResult('completed'), { connection: 'offline' })).toBe('')
  })

  it('says "still working" once a minute, unless the connection is lost', () => {
    const now = { connection: 'ok', minutes: 2 } as const
    expect(announcementOf(processing(), { minutes: 1 }, now)).toBe(en.stillWorking)
    expect(announcementOf(processing(), { minutes: 2 }, now)).toBe('')
    const lost = { connection: 'offline', minutes: 2 } as const
    expect(announcementOf(processing(), { connection: 'offline', minutes: 1 }, lost)).toBe('')
  })

  it('is empty for a live job that is not polled', () => {
    const paused = processing({ isPolling: false })
    const text = { heading: 'heading', body: ['body'], steps: [] }
    expect(getAnnouncement(paused, text, translator.t, null, atFirst)).toBe('')
  })

  it('leaves out a heading that the host has emptied', () => {
    const text = { heading: '', body: ['body'], steps: [] }
    expect(getAnnouncement(processing(), text, translator.t, null, atFirst)).toBe('body')
  })
})
