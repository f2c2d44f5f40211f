import { act, render } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { TrackedProgress } from '../../docs/recipes/analytics/TrackedProgress.tsx'
import { ItrProvider } from '../../src/react/ItrProvider.tsx'
import { JOB, statusBody, useFakePage } from './watchJob.tsx'

useFakePage()

it('analytics recipe: tracks each change of the phase without the job', async () => {
  const track = vi.fn()
  const fetch = async () =>
    Response.json(statusBody({ status: 'failed', error_message: 'PAN not registered' }))
  render(
    <ItrProvider proxyUrl="/analytics" fetch={fetch}>
      <TrackedProgress jobId={JOB} track={track} />
    </ItrProvider>,
  )
  await act(() => vi.advanceTimersByTimeAsync(100))
  const properties = {
    phase: 'failed',
    previousPhase: 'connecting',
    seconds: 0,
    failure: 'pan_not_registered',
    error: null,
  }
  expect(track.mock.calls).toEqual([['itr_phase', properties]])
})
