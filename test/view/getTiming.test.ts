import { describe, expect, it } from 'vitest'
import { itrResult } from '../../src/testing/itrResult.ts'
import { createTranslator } from '../../src/view/createTranslator.ts'
import { getSteps } from '../../src/view/getSteps.ts'
import { getTiming } from '../../src/view/getTiming.ts'

const translator = createTranslator([
  { timing: { step: '{number}/{total}', elapsed: '{duration}@{time}', prompt: 'prompt {time}' } },
])
const at = Date.UTC(2026, 3, 7, 11, 25)
const response = { at, arrivedAt: at, elapsedMs: 46_000 }
const deadlineAt = at + 194_000
const DAY = 24 * 3_600_000
const clock = (instant: number) => translator.formatTime(instant, instant)
const dateAndClock = (instant: number) => translator.format(new Date(instant))
const job = { stepsCompleted: ['a'], stepsFailed: [], currentStep: 'b' }

function timingOf(
  result = itrResult('processing', job),
  plan: string[] = [],
  last: typeof response | null = response,
) {
  return getTiming(result, getSteps(result, plan, translator), last, translator)
}

describe('getTiming', () => {
  it('has the current step of the plan', () => {
    expect(timingOf(undefined, ['a', 'b', 'c']).step).toEqual({ number: 2, total: 3 })
    expect(timingOf(undefined, ['a', 'b', 'c']).text[0]).toBe('2/3')
    expect(timingOf(undefined, ['b', 'c']).step).toEqual({ number: 1, total: 2 })
  })

  it('has no step without a plan, outside the plan and when no more polls follow', () => {
    expect(timingOf().step).toBeNull()
    expect(timingOf(undefined, ['a', 'c']).step).toBeNull()
    expect(timingOf(itrResult('timed-out', job), ['a', 'b']).step).toBeNull()
  })

  it('has the time of the last response and the age of the job then', () => {
    expect(timingOf()).toMatchObject({ lastResponseAt: at, elapsedMs: 46_000 })
    expect(timingOf().text).toEqual([`46 seconds@${clock(at)}`])
    expect(timingOf(undefined, [], null)).toMatchObject({ lastResponseAt: null, elapsedMs: null, text: [] })
  })

  it('has the date of a job that ended long before the response', () => {
    const late = timingOf(itrResult('completed'), [], { ...response, arrivedAt: at + DAY })
    expect(late.text).toEqual([`46 seconds@${dateAndClock(at)}`])
    expect(late.lastResponseAt).toBe(at)
  })

  it('has the date of a deadline that is long after the last response or, without one, after the start', () => {
    const promptOf = (deadlineAt: number, last: typeof response | null) =>
      timingOf(itrResult('connecting', { startedAt: at, deadlineAt, isDelayed: true }), [], last).text.at(-1)
    expect(promptOf(at + DAY, response)).toBe(`prompt ${dateAndClock(at + DAY)}`)
    expect(promptOf(at + DAY, { ...response, arrivedAt: at + DAY - 1_000 })).toBe(`prompt ${clock(at + DAY)}`)
    expect(promptOf(at + DAY, null)).toBe(`prompt ${dateAndClock(at + DAY)}`)
    expect(promptOf(deadlineAt, null)).toBe(`prompt ${clock(deadlineAt)}`)
  })

  it('leaves out texts that the host set to an empty string', () => {
    const emptied = createTranslator([{ timing: { step: '', elapsed: '', prompt: 'prompt' } }])
    const delayed = itrResult('processing', { ...job, deadlineAt, isDelayed: true })
    expect(getTiming(delayed, getSteps(delayed, ['a', 'b'], emptied), response, emptied)).toMatchObject({
      step: { number: 2, total: 2 },
      text: ['prompt'],
    })
  })

  it('has the deadline, as text only for a delayed job that is polled', () => {
    const prompt = `prompt ${clock(deadlineAt)}`
    const textOf = (more: object) =>
      timingOf(itrResult('processing', { ...job, deadlineAt, ...more })).text.at(-1)
    expect(timingOf(itrResult('processing', { deadlineAt })).deadlineAt).toBe(deadlineAt)
    expect(textOf({ isDelayed: true })).toBe(prompt)
    expect(textOf({})).not.toBe(prompt)
    expect(textOf({ isDelayed: true, isPolling: false })).not.toBe(prompt)
    expect(textOf({ isDelayed: true, deadlineAt: null })).not.toContain('prompt')
    expect(textOf({ isDelayed: true, connection: 'offline' })).not.toBe(prompt)
  })
})
