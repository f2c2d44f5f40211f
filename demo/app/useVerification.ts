import { useItrJobStatus, type ItrJobStatusResult } from 'itr-progress'
import { flushSync } from 'react-dom'
import { post } from './post.ts'
import { useSessionState } from './useSessionState.ts'

/** How the vendor advises to ask, in ms. */
const USUAL = { min: 5_000, max: 10_000 }

interface Started {
  /** Stands for the job; what the job's own id is only the backend knows. */
  handle: string
  startedAt: number
}

export interface Verification {
  result: ItrJobStatusResult
  handle: string | null
  /** @throws {PostError} */
  start: (pan: string, password: string) => Promise<void>
  /** Drops the verification here and in the backend. */
  forget: () => void
}

/** The verification of this tab. It goes on after a reload: the tab keeps the handle and when it began. */
export function useVerification({ timeout, speed }: { timeout: number; speed: number }): Verification {
  const [started, setStarted] = useSessionState<Started | null>('verification', null)
  const result = useItrJobStatus({
    jobId: started?.handle,
    startedAt: started?.startedAt,
    timeout,
    // A simulated portal that is faster than life is asked as much more often.
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
  }
}
