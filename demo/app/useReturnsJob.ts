import { useItrJobStatus, type ItrJobStatusResult } from 'itr-progress'
import { flushSync } from 'react-dom'
import { post } from './post.ts'
import { useSessionState } from './useSessionState.ts'

/** Interval that the vendor recommends, in ms. */
const USUAL = { min: 5_000, max: 10_000 }

interface Started {
  /** Stands for the job. Only the backend knows the raw job id. */
  handle: string
  startedAt: number
}

export interface ReturnsJob {
  result: ItrJobStatusResult
  handle: string | null
  /** @throws {PostError} */
  start: (pan: string, password: string) => Promise<void>
  /** Drops the job here, and in the backend if that can be reached. */
  forget: () => void
  /**
   * Drops the job in the backend, then here.
   *
   * @throws {PostError}
   */
  withdraw: () => Promise<void>
}

/** Returns the job of this tab. The tab keeps handle and start time, so that polling goes on after a reload. */
export function useReturnsJob({ timeout, speed }: { timeout: number; speed: number }): ReturnsJob {
  const [started, setStarted] = useSessionState<Started | null>('returns', null)
  const result = useItrJobStatus({
    jobId: started?.handle,
    startedAt: started?.startedAt,
    timeout,
    // Polls a faster simulation more often.
    interval: { min: USUAL.min / speed, max: USUAL.max / speed },
  })

  return {
    result,
    handle: started?.handle ?? null,
    async start(pan, password) {
      const { handle } = await post<{ handle: string }>('/api/itr/start', { pan, password, consent: true })
      flushSync(() => setStarted({ handle, startedAt: Date.now() }))
    },
    forget() {
      if (started) post('/api/itr/forget', started).catch(() => undefined)
      setStarted(null)
    },
    async withdraw() {
      if (started) await post('/api/itr/forget', started)
      flushSync(() => setStarted(null))
    },
  }
}
