import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook } from '@testing-library/react'
import { StrictMode, type ReactNode } from 'react'
import { vi } from 'vitest'
import type { ItrJobStatusOptions, ItrJobStatusResult } from '../../src/index.ts'
import { useItrJobStatus } from '../../src/index.ts'

export const JOB = 'handle-1'
export const URL = '/api/itr/status'
export const LATENCY = 300

export type Answer =
  object | Error | ((request: { signal: AbortSignal; url: unknown; init: RequestInit }) => unknown)

export const answer = (fields: object = {}) => ({ job_id: JOB, status: 'processing', ...fields })
export const httpError =
  (status: number, headers: Record<string, string> = {}, body: object = {}) =>
  () =>
    new Response(JSON.stringify(body), { status, headers })

/** A host's proxy in a variable: what it says next, and what it was asked. Times are those of the fake clock. */
export function createProxy(says: Answer = answer()) {
  const calls: { at: number; endedAt: number | null; aborted: boolean; init: RequestInit; url: unknown }[] =
    []
  const proxy = {
    says,
    latency: LATENCY,
    calls,
    /** Seconds from the first call to each. */
    get seconds() {
      return calls.map((call) => (call.at - calls[0]!.at) / 1000)
    },
    /** ms from the end of each request to the start of the next. */
    get waits() {
      return calls.slice(1).map((call, i) => call.at - calls[i]!.endedAt!)
    },
    fetch: (url: unknown, init: RequestInit = {}) => {
      const call = { at: Date.now(), endedAt: null as number | null, aborted: false, init, url }
      calls.push(call)
      return new Promise<Response>((resolve, reject) => {
        const timer = setTimeout(() => {
          call.endedAt = Date.now()
          if (!isConnected) return reject(new TypeError('Failed to fetch'))
          const { says } = proxy
          const said = typeof says === 'function' ? says({ signal: init.signal!, url, init }) : says
          if (said instanceof Error) reject(said)
          else
            resolve(
              (said instanceof Response || said instanceof Promise ? said : Response.json(said)) as Response,
            )
        }, proxy.latency)
        init.signal?.addEventListener('abort', () => {
          if (call.endedAt !== null) return
          clearTimeout(timer)
          call.endedAt = Date.now()
          call.aborted = true
          reject(init.signal!.reason as Error)
        })
      })
    },
  }
  return proxy as typeof proxy & { fetch: typeof fetch }
}

/** Advances the fake clock; 2 ms more, since a 0 ms timer inside a tick fires 1 ms later. */
export const tick = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))

export function createClient() {
  return new QueryClient()
}

export function watchJob(
  options: Partial<ItrJobStatusOptions> = {},
  { client = createClient(), strict = false }: { client?: QueryClient | null; strict?: boolean } = {},
) {
  let renders = 0
  const phases: ItrJobStatusResult['phase'][] = []
  const wrapper = ({ children }: { children: ReactNode }) => {
    const tree = client ? (
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    ) : (
      <>{children}</>
    )
    return strict ? <StrictMode>{tree}</StrictMode> : tree
  }
  const view = renderHook(
    (more: Partial<ItrJobStatusOptions>) => {
      const result = useItrJobStatus({ jobId: JOB, proxyUrl: URL, ...options, ...more })
      renders++
      if (phases.at(-1) !== result.phase) phases.push(result.phase)
      return result
    },
    { wrapper, initialProps: {} },
  )
  return {
    ...view,
    client,
    phases,
    get result() {
      return view.result.current
    },
    get renders() {
      return renders
    },
  }
}

/** A host's own write into the cache. */
export const write = (client: QueryClient, key: readonly unknown[], data: unknown) =>
  act(async () => void client.setQueryData<unknown>(key, data))

let visibility: DocumentVisibilityState = 'visible'

export function showPage(shown: boolean) {
  visibility = shown ? 'visible' : 'hidden'
  Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => visibility })
  return act(async () => {
    document.dispatchEvent(new Event('visibilitychange'))
    window.dispatchEvent(new Event('visibilitychange'))
    await Promise.resolve()
  })
}

let isConnected = true

/** Connects or cuts the network. The browser reports it. */
export function setNetwork(there: boolean) {
  isConnected = there
  return reportNetwork(there)
}

/** Sets what the browser reports, which may be wrong. */
export function reportNetwork(there: boolean) {
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => there })
  return act(async () => {
    window.dispatchEvent(new Event(there ? 'online' : 'offline'))
    await Promise.resolve()
  })
}

/** For each test: a fake clock, and afterwards the page as it was. */
export function useFakePage({
  beforeEach,
  afterEach,
}: {
  beforeEach: (f: () => void) => void
  afterEach: (f: () => unknown) => void
}) {
  beforeEach(() => {
    vi.useFakeTimers({ now: new Date('2026-04-07T11:24:00Z') })
  })
  afterEach(async () => {
    await showPage(true)
    await setNetwork(true)
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })
}
