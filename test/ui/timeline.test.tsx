import { act, render } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { ItrProgress } from '../../src/index.ts'
import { itrScenarios, type ItrScenarioName } from '../../src/testing/index.ts'
import { createTranslator } from '../../src/view/createTranslator.ts'
import { replayJob } from '../../stories/dev/timeline/replayJob.ts'
import { resultAt, viewAt } from '../../stories/dev/timeline/viewAt.ts'

const course = (scenario: ItrScenarioName) => ({
  scenario: itrScenarios[scenario],
  interval: { min: 5_000, max: 10_000 },
  timeout: 240_000,
  typicalDuration: { min: 30_000, max: 90_000 },
  latency: 300,
  absence: null,
})

afterEach(() => vi.useRealTimers())

describe('timeline in Storybook', () => {
  it.each(Object.keys(itrScenarios) as ItrScenarioName[])(
    'has the announcements of the live region at the same times in %s',
    async (scenario) => {
      const polls = await replayJob(course(scenario))
      const end = polls.at(-1)!.settledAt + 10_000
      vi.useFakeTimers({ now: 1_000_000 })
      let last = ''
      const announced: { at: number; text: string }[] = []
      const { announcements } = viewAt(end, polls, course(scenario), [], createTranslator([]))
      const moments = [0, ...polls.map(({ settledAt }) => settledAt), end]
      const widgetAt = (ms: number) => <ItrProgress result={resultAt(ms, polls, course(scenario))} />

      const { getByRole, rerender } = render(widgetAt(0))
      for (const [index, moment] of moments.slice(0, -1).entries()) {
        rerender(widgetAt(moment))
        const note = (at: number) => {
          const text = getByRole('status').textContent ?? ''
          if (text !== '' && text !== last) announced.push({ at, text })
          last = text
        }
        note(moment)
        for (let now = moment; now < moments[index + 1]!; now += 100) {
          const step = Math.min(100, moments[index + 1]! - now)
          await act(() => vi.advanceTimersByTimeAsync(step))
          note(now + step)
        }
      }
      expect(announced.map(({ text }) => text)).toEqual(announcements.map(({ text }) => text))
      for (const [index, { at }] of announced.entries())
        // A step of 100 ms for the minute's render, and one for its announcement.
        expect(Math.abs(at - announcements[index]!.at)).toBeLessThanOrEqual(200)
    },
  )
})
