import { ItrProgress, type ItrJobStatusResult } from 'itr-progress'
import 'itr-progress/styles.css'
import { itrResult, itrScenarios } from 'itr-progress/testing'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { render } from 'vitest-browser-react'
import { cdp, page } from 'vitest/browser'
import { getSnapshot } from '../../src/testing/simulator/getSnapshot.ts'

const plan = ['create_client', 'download_profile', 'download_itr', 'download_26as', 'download_ais']

/** The results of a job that completes, one for each poll. */
const happy: readonly ItrJobStatusResult[] = [
  itrResult('connecting'),
  ...Array.from({ length: 13 }, (_, poll) => {
    const snapshot = getSnapshot(itrScenarios.happy, poll * 5_000)
    const { status, currentStep, stepsCompleted, stepsFailed } = snapshot
    return itrResult(status, { currentStep, stepsCompleted, stepsFailed })
  }),
]

/** The same job with everything that adds a line: a lost connection and a delay. */
const troubled = happy.flatMap((result, poll) =>
  result.phase === 'processing' && poll > 4
    ? [
        itrResult('processing', { ...result.job, connection: 'reconnecting' }),
        itrResult('processing', { ...result.job, isDelayed: true }),
      ]
    : [result],
)

const form = (result: ItrJobStatusResult, steps?: string[]) => (
  <form style={{ fontFamily: 'sans-serif', fontSize: 16 }}>
    <ItrProgress result={result} steps={steps} onAlternative={() => {}} />
    <label>
      Loan amount <input />
    </label>
  </form>
)

const rootOf = () => document.querySelector<HTMLElement>('[data-itr-part="root"]')!
const heightOf = () => rootOf().getBoundingClientRect().height

const nextFrames = () =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve))))

beforeEach(() => page.viewport(360, 740))
afterEach(() => cdp().send('Emulation.setCPUThrottlingRate', { rate: 1 }))

describe('layout of the form below a widget', () => {
  it.each([
    ['with a plan', plan],
    ['without a plan', undefined],
  ])('shifts by at most 0.03 in all while a job completes, %s', async (_, steps) => {
    let shift = 0
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shift += (entry as PerformanceEntry & { value: number }).value
    })
    const { rerender } = await render(form(happy[0]!, steps))
    await nextFrames()
    observer.observe({ type: 'layout-shift' })
    for (const result of happy.slice(1)) {
      await rerender(form(result, steps))
      await nextFrames()
    }
    expect(happy.at(-1)!.phase).toBe('completed')
    await new Promise((resolve) => setTimeout(resolve, 200))
    observer.disconnect()
    expect(shift).toBeLessThanOrEqual(0.03)
  })

  it('never moves up without a plan, and moves by at most one row for a step', async () => {
    for (const [course, limit] of [
      [happy, 40],
      [troubled, Infinity],
    ] as const) {
      const { rerender, unmount } = await render(form(course[0]!))
      await nextFrames()
      let height = heightOf()
      for (const result of course.slice(1)) {
        await rerender(form(result))
        // A height is kept once it was painted.
        await nextFrames()
        expect(heightOf()).toBeGreaterThanOrEqual(height)
        expect(heightOf() - height).toBeLessThanOrEqual(limit)
        height = heightOf()
      }
      await unmount()
    }
  })

  it('has the height of its content again for another job', async () => {
    const { rerender } = await render(form(itrResult('failed', { jobId: 'one' })))
    const failed = heightOf()
    await rerender(form(itrResult('idle')))
    expect(heightOf()).toBeLessThan(failed / 2)
  })

  it('has the height of its content for another job that is rendered before the next frame', async () => {
    const container = document.body.appendChild(document.createElement('div'))
    const root = createRoot(container)
    const show = (result: ItrJobStatusResult) => flushSync(() => root.render(form(result)))
    show(itrResult('failed', { jobId: 'one' }))
    const widget = container.querySelector<HTMLElement>('[data-itr-part="root"]')!
    const failed = widget.offsetHeight
    // The widget's own observer is called first.
    await new Promise<void>((resolve) => {
      new ResizeObserver((_, observer) => {
        observer.disconnect()
        show(itrResult('idle'))
        resolve()
      }).observe(widget)
    })
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame)
    expect(widget.offsetHeight).toBeLessThan(failed / 2)
    root.unmount()
    container.remove()
  })
})

describe('height of a widget', () => {
  it('is not kept from a neighbour that stretched it', async () => {
    const row = (height: number) => (
      <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr' }}>
        {form(itrResult('completed')).props.children[0]}
        <div style={{ height }} />
      </div>
    )
    const { rerender } = await render(row(2_000))
    expect(rootOf().offsetHeight).toBe(2_000)
    await rerender(row(0))
    expect(rootOf().offsetHeight).toBeLessThan(600)
  })

  it('follows a new width without another render', async () => {
    await page.viewport(260, 740)
    await render(form(itrResult('failed')))
    const narrow = rootOf().offsetHeight
    await page.viewport(700, 740)
    await expect.poll(() => rootOf().offsetHeight).toBeLessThan(narrow - 40)
  })

  it('leaves a minimum height to the host', async () => {
    await render(<ItrProgress result={itrResult('idle')} style={{ minBlockSize: 500 }} />)
    expect(rootOf().offsetHeight).toBe(500)
  })
})

describe('motion on a slow phone', () => {
  it('causes at most 30 layouts in 4 s', async () => {
    const countLayouts = async () => {
      const { metrics } = (await cdp().send('Performance.getMetrics')) as {
        metrics: { name: string; value: number }[]
      }
      return metrics.find(({ name }) => name === 'LayoutCount')!.value
    }
    await cdp().send('Performance.enable')
    await cdp().send('Emulation.setCPUThrottlingRate', { rate: 6 })
    const { rerender } = await render(form(happy[4]!, plan))
    const before = await countLayouts()
    await rerender(form(happy[6]!, plan))
    await new Promise((resolve) => setTimeout(resolve, 4_000))
    expect((await countLayouts()) - before).toBeLessThanOrEqual(30)
  })
})
