import { describe, expect, it } from 'vitest'
import { httpError, setNetwork, statusBody, tick, useFakePage, watchJob } from './watchJob.tsx'

useFakePage()

// React 18 renders at the end of an act(), so each gets ten seconds only.
const tickSeconds = async (seconds: number) => {
  for (let i = 0; i < seconds; i += 10) await tick(10_000)
}

describe('useItrJobStatus: renders', () => {
  it('renders once for each visible change of a job', async () => {
    const watcher = watchJob({}, { response: statusBody({ status: 'initiated' }) })
    expect(watcher.renders).toBe(1)
    const changes = [
      { status: 'initiated' },
      { current_step: 'download_profile' },
      { current_step: 'download_itr', steps_completed: ['download_profile'] },
      { status: 'completed', steps_completed: ['download_profile', 'download_itr'] },
    ]
    for (const [i, fields] of changes.entries()) {
      watcher.proxy.response = statusBody(fields)
      await tickSeconds(20)
      expect(watcher.renders).toBe(i + 2)
    }
    await tick(600_000)
    expect(watcher.renders).toBe(5)
  })

  it.each([
    ['equal responses', statusBody({ current_step: 'download_profile' })],
    ['equal failures', httpError(503)],
  ])('does not render for 100 %s', async (_, response) => {
    const watcher = watchJob({ timeout: Infinity }, { response })
    await tickSeconds(160)
    const { renders, result } = watcher
    // The first render, the first response and isDelayed.
    expect(renders).toBe(3)
    const before = watcher.proxy.calls.length
    await tickSeconds(1_030)
    expect(watcher.proxy.calls.length - before).toBe(100)
    expect(watcher.renders).toBe(renders)
    expect(watcher.result).toBe(result)
  })

  it('keeps the result object when the host renders, and the retry function through all phases', async () => {
    const watcher = watchJob()
    await tick(1_000)
    const { result } = watcher
    watcher.rerender({ interval: { min: 5_000 }, onCompleted: () => {} })
    expect(watcher.result).toBe(result)
    await tick(300_000)
    expect(watcher.result).toMatchObject({ phase: 'timed-out', retry: result.retry })
  })

  it('renders for a network report only if the connection changes', async () => {
    const watcher = watchJob({}, { response: httpError(503) })
    await tick(1_000)
    const { renders } = watcher
    await setNetwork(false)
    expect(watcher.result.connection).toBe('reconnecting')
    await tick(10_000)
    expect(watcher.result).toMatchObject({ connection: 'offline', error: { code: 'network' } })
    expect(watcher.renders).toBeLessThanOrEqual(renders + 2)
  })
})
