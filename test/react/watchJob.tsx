import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, vi } from 'vitest'
import { useItrJobStatus, type ItrJobStatusOptions, type ItrJobStatusResult } from '../../src/index.ts'

export const JOB = 'handle-1'
export const PROXY_URL = '/api/itr/status'
export const LATENCY = 300
export const queryKey = ['itr-progress', PROXY_URL, JOB]

/** A body, an error that `fetch` throws, or a function that returns a Response. */
type FakeResponse = object | (() => Response)

export const statusBody = (fields: object = {}) => ({ job_id: JOB, status: 'processing', ...fields })
export const COMPLETED = statusBody({ status: 'completed' })
export const httpError = (status: number, headers: Record<string, string> = {}) => {
  return () => new Response('{}', { status, headers })
}

interface FakeCall {
  at: number
  endedAt: number | null
  isAborted: boolean
  url: unknown
  init: RequestInit
}

/** A host's proxy: records each request, and responds with `response`. Times are those of the fake clock. */
export function createProxy(response: FakeResponse = statusBody()) {
  const calls: FakeCall[] = []
  const proxy = {
    response,
    latency: LATENCY,
    calls,
    /** Seconds from the first request to each. */
    get seconds() {
      return calls.map((call) => (call.at - calls[0]!.at) / 1000)
    },
    /** Delays from the end of each request to the start of the next, in ms. */
    get waits() {
      return calls.slice(1).map((call, i) => call.at - calls[i]!.endedAt!)
    },
    fetch: ((url: unknown, init: RequestInit = {}) => {
      const call: FakeCall = { at: Date.now(), endedAt: null, isAborted: false, url, init }
      calls.push(call)
      return new Promise<Response>((resolve, reject) => {
        const timer = setTimeout(() => {
          call.endedAt = Date.now()
          const { response } = proxy
          if (!isConnected) reject(new TypeError('Failed to fetch'))
          else if (response instanceof Error) reject(response)
          else
            resolve(typeof response === 'function' ? (response as () => Response)() : Response.json(response))
        }, proxy.latency)
        init.signal?.addEventListener('abort', () => {
          if (call.endedAt !== null) return
          clearTimeout(timer)
          Object.assign(call, { endedAt: Date.now(), isAborted: true })
          reject(init.signal!.reason as Error)
        })
      })
    }) as typeof fetch,
  }
  return proxy
}

export const tick = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))

export const createClient = () => new QueryClient()

interface WatchOptions {
  response?: FakeResponse
  proxy?: ReturnType<typeof createProxy>
  /** null: no provider, so that the hook uses the package's own client. */
  client?: QueryClient | null
  isStrict?: boolean
}

/** Renders the hook in front of a fake proxy. */
export function watchJob(
  options: Partial<ItrJobStatusOptions> = {},
  { response, proxy = createProxy(response), client = createClient(), isStrict = false }: WatchOptions = {},
) {
  let renders = 0
  const phases: ItrJobStatusResult['phase'][] = []
  const wrapper = ({ children }: { children: ReactNode }) =>
    client ? <QueryClientProvider client={client}>{children}</QueryClientProvider> : <>{children}</>
  const { result, rerender, unmount } = renderHook(
    (changed: Partial<ItrJobStatusOptions>) => {
      const all = { jobId: JOB, proxyUrl: PROXY_URL, fetch: proxy.fetch, ...options, ...changed }
      const current = useItrJobStatus(all)
      renders++
      if (phases.at(-1) !== current.phase) phases.push(current.phase)
      return current
    },
    // Not a StrictMode in `wrapper`: React runs effects twice only if it is the outermost component.
    { wrapper, initialProps: {}, reactStrictMode: isStrict },
  )
  return {
    proxy,
    client: client!,
    phases,
    rerender,
    unmount,
    get result() {
      return result.current
    },
    get renders() {
      return renders
    },
  }
}

/** Writes a job into the cache, as a host may. */
export const writeToCache = (client: QueryClient, fields: object) =>
  act(async () => void client.setQueryData<object>(queryKey, (job) => ({ ...job, ...fields })))

let visibility: DocumentVisibilityState = 'visible'

export function showPage(isShown: boolean) {
  visibility = isShown ? 'visible' : 'hidden'
  Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => visibility })
  return act(async () => {
    document.dispatchEvent(new Event('visibilitychange'))
    window.dispatchEvent(new Event('visibilitychange'))
    await Promise.resolve()
  })
}

export async function hideAndShowPage(hiddenMs = 0) {
  await showPage(false)
  await tick(hiddenMs)
  await showPage(true)
}

let isConnected = true

/** Connects or cuts the network. The browser reports it. */
export function setNetwork(isUp: boolean) {
  isConnected = isUp
  return reportNetwork(isUp)
}

/** Sets what the browser reports, which may be wrong. */
export function reportNetwork(isUp: boolean) {
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => isUp })
  return act(async () => {
    window.dispatchEvent(new Event(isUp ? 'online' : 'offline'))
    await Promise.resolve()
  })
}

/** Gives each test a fake clock, and restores the page after it. */
export function useFakePage() {
  beforeEach(() => {
    vi.useFakeTimers({ now: new Date('2026-04-07T11:24:00Z') })
  })
  afterEach(async () => {
    await showPage(true)
    await setNetwork(true)
    vi.useRealTimers()
    vi.unstubAllGlobals()
    vi.restoreAllMocks()
  })
}
