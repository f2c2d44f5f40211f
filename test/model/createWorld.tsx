import {
  dehydrate,
  hydrate,
  QueryClient,
  QueryClientProvider,
  type DefaultOptions,
} from '@tanstack/react-query'
import { act, renderHook } from '@testing-library/react'
import * as React from 'react'
import { expect, vi } from 'vitest'
import { useItrJobStatus, type ItrJob, type ItrJobStatusResult, type ItrPhase } from '../../src/index.ts'
import { PROXY_URL, reportNetwork, setNetwork, showPage } from '../react/watchJob.tsx'
import { classify, RAW_PAN, respond, type Outcome, type Reply } from './replies.ts'

export const jobs = ['job-1', 'job-2'] as const
export type JobName = (typeof jobs)[number]

export interface WatcherOptions {
  jobId: JobName
  interval: { min: number; max: number }
  timeout: number
  requestTimeout: number
  enabled: boolean
}

/** By the system clock, which tests set, and by `performance.now()`, which is steady. */
interface Time {
  wall: number
  steady: number
}

interface Request {
  job: JobName
  sent: Time
  ended: Time | null
  outcome: Outcome | 'offline' | 'aborted' | null
}

interface Watcher {
  options: WatcherOptions
  result: ItrJobStatusResult
  /** Whether the host renders it now. */
  isForced: boolean
  /** Whether an `<Activity>` hides it. */
  isHidden: boolean
  /** Number of callbacks by phase, job and window. */
  callbacks: Map<string, number>
  set: (options: WatcherOptions) => void
  setHidden: (isHidden: boolean) => void
  unmount: () => void
}

/** Facts about a job while it is in the cache. Times are steady, in ms. */
const createLedger = ({ min, longestMin }: { min: number; longestMin: number }) => ({
  requests: [] as Request[],
  doubtful: 0,
  isRefused: false,
  /** Whether the last poll failed, with or without an HTTP response. */
  failure: null as 'response' | 'no response' | null,
  /** A hidden page may send a request: a watcher mounted without data, or the host called for one. */
  maySendHidden: false,
  steps: new Set<string>(),
  /** Number of windows so far. */
  windows: 1,
  /** Whether the next request may be sent before the schedule allows it. */
  isHurried: false,
  /** Whether an unmount or the host aborted the last request. It counts for `interval.min`, also for the host. */
  isHeld: false,
  /** A poll is due within `interval.max` of this time. */
  waitsSince: performance.now(),
  /** End of an obeyed `Retry-After`. */
  obeysUntil: 0,
  /** How far the system clock moved forward and back since the last request. Timers do not notice. */
  slept: 0,
  setBack: 0,
  /** Lowest `interval.min` of the watchers since the last request, and of all watchers so far; then the highest. */
  min,
  leastMin: min,
  longestMin,
  unwatchedSince: Infinity,
  /** A timed-out watcher polls again by this time. */
  mustPollBy: Infinity,
})
type Ledger = ReturnType<typeof createLedger>

/** Fake timers fire 1 ms late if they are set inside a tick. */
const SLACK = 10
/** Time between two checks, in ms. React 18 renders at the end of it. */
const STEP = 1000
/** An obeyed `Retry-After` and the longest `interval.max` but one. */
const LONGEST_WAIT = 70_000
const LONGEST_REQUEST = 15_000

const terminal: readonly (ItrPhase | undefined)[] = ['completed', 'failed']
/** React 18 has none. */
export const hasActivity = 'Activity' in React
const Activity = hasActivity ? React.Activity : React.Fragment

const live: readonly ItrPhase[] = ['connecting', 'initiated', 'processing']

/**
 * Renders watchers of two jobs in front of a fake proxy, and keeps its own records of what may happen. Each method is one event.
 * After each event it checks the invariants, whose numbers start the violations:
 *
 * 1. Polling stops at a terminal state, which no older status takes back.
 * 2. No poll comes faster than `interval.min` or slower than `interval.max`.
 * 3. The wait follows `typicalDuration`, counted from the first window of the job.
 * 4. Only a poll that ended after the deadline declares `timed-out`.
 * 5. A timed-out watcher polls once at each return of the page or the network.
 * 6. Errors are transient (keep polling), doubtful (stop after three in a row) or permanent (stop at once).
 * 7. No request outlives `requestTimeout`, its watcher or its job.
 * 8. An unchanged response renders no caller of the hook.
 * 9. Nothing identifying is in a URL, a storage or a log. Unwatched jobs leave the cache after a minute.
 * 10. Defaults of the host's QueryClient change none of this.
 */
export function createWorld(defaultOptions: DefaultOptions) {
  const client = new QueryClient({ defaultOptions })
  const watchers = new Map<number, Watcher>()
  const ledgers = new Map<JobName, Ledger>()
  const violations: string[] = []
  let reply: Reply = { kind: 'processing', step: 0 }
  let latency = 300
  let isShown = true
  let isConnected = true
  /** The report of the browser. */
  let isOnline = true
  /** While time passes nothing unmounts, so an abort is a request timeout. */
  let isTimePassing = false
  /** Whether the host is invalidating: an abort then precedes its own request. */
  let isInvalidating = false

  const now = (): Time => ({ wall: Date.now(), steady: performance.now() })
  const expectThat = (isTrue: boolean, violation: string) => void (isTrue || violations.push(violation))
  const keyOf = (job: JobName) => ['itr-progress', PROXY_URL, job]
  const dataOf = (job: JobName) => client.getQueryData<ItrJob>(keyOf(job))
  const shown = () => [...watchers.values()].filter(({ isHidden }) => !isHidden)
  const watchersOf = (job: JobName) => shown().filter(({ options }) => options.jobId === job)
  const enabledOf = (job: JobName) => watchersOf(job).filter(({ options }) => options.enabled)
  const minsOf = (job: JobName) => watchersOf(job).map(({ options }) => options.interval.min)
  const minOf = (job: JobName) => Math.min(...minsOf(job))
  const longestMinOf = (job: JobName) => Math.max(0, ...minsOf(job))

  function ledgerOf(job: JobName): Ledger {
    const ledger = ledgers.get(job) ?? createLedger({ min: minOf(job), longestMin: longestMinOf(job) })
    ledgers.set(job, ledger)
    return ledger
  }

  client.getQueryCache().subscribe(({ type, query }) => {
    if (type === 'removed') ledgers.delete((query.queryKey as unknown[])[2] as JobName)
  })

  function end(request: Request, kind: Outcome | 'aborted', hasResponse: boolean, retryAfter = 0) {
    if (request.ended) return
    const outcome = kind === 'transient' && !hasResponse && !isOnline ? 'offline' : kind
    Object.assign(request, { ended: now(), outcome })
    const ledger = ledgerOf(request.job)
    ledger.isHurried = false
    ledger.min = minOf(request.job)
    ledger.waitsSince = performance.now()
    // A Retry-After that ended during sleep is over, whatever the outcome of the request.
    ledger.obeysUntil -= ledger.slept
    ledger.slept = 0
    if (!isInvalidating) ledger.isHeld = outcome === 'aborted'
    if (outcome === 'aborted') return
    ledger.setBack = 0
    if (outcome === 'offline') {
      if (!ledger.isRefused && ledger.doubtful < 3) ledger.failure = 'no response'
      return
    }
    ledger.failure = outcome === 'status' ? null : hasResponse ? 'response' : 'no response'
    ledger.doubtful = outcome === 'doubtful' ? ledger.doubtful + 1 : 0
    ledger.isRefused = outcome === 'permanent'
    ledger.obeysUntil = retryAfter > 0 ? performance.now() + retryAfter : 0
  }

  const fetch = (_url: unknown, init: RequestInit = {}) => {
    const job = (JSON.parse(init.body as string) as { job_id: JobName }).job_id
    const ledger = ledgerOf(job)
    const before = ledger.requests.at(-1)
    const request: Request = { job, sent: now(), ended: null, outcome: null }

    expectThat(!terminal.includes(dataOf(job)?.status), `1: ${job} is polled after its end`)
    expectThat(isShown || ledger.maySendHidden, `2: ${job} is polled while the page is hidden`)
    expectThat(!before || !!before.ended, `2: ${job} has two requests in flight`)
    if (before?.ended && !ledger.isHurried) {
      const waited = request.sent.wall - before.ended.wall
      expectThat(waited >= ledger.min, `2: ${job} is polled after ${waited} ms, minimum ${ledger.min}`)
      const isOver = request.sent.steady >= ledger.obeysUntil - ledger.slept
      expectThat(isOver, `6: ${job} is polled before its Retry-After`)
    }
    // A disabled watcher is enough: a request that waits for its turn is still sent.
    expectThat(watchersOf(job).length > 0, `7: ${job} is polled without a watcher`)

    ledger.maySendHidden = false
    ledger.isHeld = false
    ledger.requests.push(request)
    ledger.mustPollBy = Infinity
    const promised = reply
    return new Promise<Response>((resolve, reject) => {
      const onReply = () => {
        if (request.ended) return
        const received = isConnected ? promised : ({ kind: 'network' } as const)
        const retryAfter = received.kind === 'http' ? Math.min(received.retryAfter ?? 0, 60) * 1000 : 0
        end(request, classify(received), !['network', 'cut'].includes(received.kind), retryAfter)
        void respond(job, received).then(resolve, reject)
      }
      const timer = setTimeout(onReply, promised.kind === 'hang' ? 2 ** 31 - 1 : latency)
      init.signal?.addEventListener('abort', () => {
        clearTimeout(timer)
        end(request, isTimePassing ? 'transient' : 'aborted', false)
        reject(init.signal!.reason as Error)
      })
    })
  }

  function mount(slot: number, options: WatcherOptions) {
    const watcher = {
      options,
      isForced: true,
      isHidden: false,
      callbacks: new Map<string, number>(),
    } as Watcher
    watchers.set(slot, watcher)
    const count = (phase: ItrPhase) => () => {
      const { jobId } = watcher.options
      const key = `${phase} ${jobId} ${ledgerOf(jobId).windows}`
      watcher.callbacks.set(key, (watcher.callbacks.get(key) ?? 0) + 1)
    }
    const fixed = {
      proxyUrl: PROXY_URL,
      fetch: fetch as typeof globalThis.fetch,
      onCompleted: count('completed'),
      onFailed: count('failed'),
      onTimedOut: count('timed-out'),
      onError: count('error'),
    }
    const { rerender, unmount } = renderHook(
      (props: WatcherOptions) => {
        const result = useItrJobStatus({ ...props, ...fixed })
        const before = watcher.result as ItrJobStatusResult | undefined
        if (before) checkRender(watcher, before, result)
        watcher.result = result
      },
      {
        wrapper: ({ children }) => (
          <Activity {...(hasActivity && { mode: watcher.isHidden ? 'hidden' : 'visible' })}>
            <QueryClientProvider client={client}>{children}</QueryClientProvider>
          </Activity>
        ),
        initialProps: options,
      },
    )
    watcher.set = (next) => {
      // Callbacks run again for another job.
      if (next.jobId !== watcher.options.jobId) watcher.callbacks.clear()
      watcher.options = next
      rerender(next)
    }
    watcher.setHidden = (isHidden) => {
      watcher.isHidden = isHidden
      watcher.isForced = true
      rerender(watcher.options)
    }
    watcher.unmount = unmount
  }

  /** Checks the change from one render to the next. */
  function checkRender(watcher: Watcher, before: ItrJobStatusResult, result: ItrJobStatusResult) {
    const { options, isForced, callbacks } = watcher
    const keys = Object.keys(result) as (keyof ItrJobStatusResult)[]
    const hasChanged = keys.some((key) => !Object.is(before[key], result[key]))
    expectThat(isForced || hasChanged, `8: a render without a change (${result.phase})`)
    if (before.jobId !== result.jobId || before.phase === result.phase) return
    // Once per entry: after a retry, or with a longer timeout, a callback may run again.
    callbacks.clear()
    expectThat(!terminal.includes(before.phase), `1: from ${before.phase} to ${result.phase}`)
    if (result.phase !== 'timed-out' || isForced) return
    const last = ledgerOf(options.jobId)
      .requests.filter(({ outcome }) => outcome !== null && outcome !== 'aborted' && outcome !== 'offline')
      .at(-1)
    const isAfterDeadline = !!last?.ended && last.ended.wall - result.startedAt! >= options.timeout
    expectThat(isAfterDeadline, '4: timed out without a poll that ended after the deadline')
    const isPrompt = !isAfterDeadline || last!.ended!.steady >= performance.now() - STEP - SLACK
    expectThat(isPrompt, '4: timed out later than the poll that ended after the deadline')
  }

  /** Checks what holds whenever nothing changes. */
  function check() {
    for (const { result, options, callbacks } of shown()) checkResult(result, options, callbacks)
    for (const [job, ledger] of ledgers) checkRequests(job, ledger)
    const states = client.getQueryCache().getAll()
    const cache = JSON.stringify(states.map(({ state }) => state))
    expectThat(!cache.includes(RAW_PAN), '9: a PAN is in the cache')
  }

  function checkResult(
    { phase, job, error, connection, isPolling, isDelayed }: ItrJobStatusResult,
    { enabled, jobId }: WatcherOptions,
    callbacks: Watcher['callbacks'],
  ) {
    const ledger = ledgerOf(jobId)
    const isLive = live.includes(phase)
    const isOwnStatus = ['initiated', 'processing', ...terminal].includes(phase)
    expectThat((job?.status === phase) === isOwnStatus, `${phase} with a job that is ${job?.status}`)
    const isError = error !== null && !isLive && phase !== 'timed-out'
    expectThat((phase === 'error') === isError, `${phase} with the error ${error?.code}`)
    expectThat(isPolling === (enabled && isLive), `isPolling is ${isPolling} in ${phase}`)
    expectThat(!isDelayed || isLive, `delayed in ${phase}`)
    const isUnreachable = ledger.failure === null ? !job : ledger.failure === 'no response'
    const isOffline = enabled && !isOnline && (isLive || phase === 'timed-out') && isUnreachable
    expectThat((connection === 'offline') === isOffline, `connection is ${connection}`)
    expectThat(connection !== 'reconnecting' || isPolling, `reconnecting in ${phase}`)

    const hasStopped = ledger.isRefused || ledger.doubtful >= 3
    const isOpen = !terminal.includes(phase) && phase !== 'idle'
    expectThat(!isOpen || (phase === 'error') === hasStopped, `6: ${phase} after the last responses`)

    for (const [key, count] of callbacks) expectThat(count <= 1, `${count} callbacks for ${key}`)
    const hasCallback = callbacks.has(`${phase} ${jobId} ${ledger.windows}`)
    expectThat(isLive || phase === 'idle' || hasCallback, `no callback for ${phase}`)

    for (const step of ledger.steps) {
      const isKept = !job || job.stepsCompleted.includes(step)
      expectThat(isKept, `the completed step ${step} is gone`)
    }
    for (const step of job?.stepsCompleted ?? []) ledger.steps.add(step)
  }

  function checkRequests(job: JobName, ledger: Ledger) {
    const time = performance.now()
    const request = ledger.requests.at(-1)
    const inFlight = request && !request.ended
    const isWatched = watchersOf(job).length > 0
    const polling = watchersOf(job).filter(({ result }) => result.isPolling)
    expectThat(!inFlight || isWatched, `7: a request for ${job} is in flight without a watcher`)
    const duration = inFlight ? time - request.sent.steady : 0
    expectThat(duration <= LONGEST_REQUEST + SLACK, `7: a request takes ${duration} ms`)

    if (!isShown || inFlight || polling.length === 0) ledger.waitsSince = time
    const max = Math.min(...polling.map(({ options }) => options.interval.max))
    // After an aborted request the watcher that mounted last decides, even if it has unmounted. Its minimum may be longer.
    const aborted = request?.outcome === 'aborted' ? ledger.longestMin : 0
    const longest = Math.max(max, ledger.obeysUntil - ledger.waitsSince, aborted)
    const waited = time - ledger.waitsSince
    const isInTime = waited <= longest + Math.min(ledger.setBack, LONGEST_WAIT) + SLACK
    expectThat(isInTime, `2: ${job} waits for ${waited} ms, maximum ${longest}`)

    if (!isShown || enabledOf(job).length === 0 || polling.length > 0) ledger.mustPollBy = Infinity
    expectThat(time <= ledger.mustPollBy + SLACK, `5: the timed-out ${job} is not polled on return`)

    ledger.unwatchedSince = isWatched ? Infinity : Math.min(ledger.unwatchedSince, time)
    const isCached = !!client.getQueryCache().find({ queryKey: keyOf(job) })
    const isExpired = time - ledger.unwatchedSince > 60_000 + SLACK
    expectThat(!isCached || !isExpired, `9: ${job} is cached a minute after its last watcher unmounted`)
  }

  /** Applies new intervals. A shorter one may have passed already. */
  function applyIntervals(job: JobName) {
    const max = Math.min(...watchersOf(job).map(({ options }) => options.interval.max))
    const ledger = ledgerOf(job)
    ledger.min = Math.min(ledger.min, minOf(job))
    ledger.leastMin = Math.min(ledger.leastMin, ledger.min)
    ledger.longestMin = Math.max(ledger.longestMin, longestMinOf(job))
    ledger.waitsSince = Math.max(ledger.waitsSince, performance.now() - max)
  }

  /** Records by when timed-out watchers poll again. */
  function expectPollOnReturn() {
    if (!isShown) return
    for (const job of jobs) {
      const timedOut = enabledOf(job).filter(({ result }) => result.phase === 'timed-out')
      const request = ledgers.get(job)?.requests.at(-1)
      if (timedOut.length === 0 || !request?.ended) continue
      const ledger = ledgerOf(job)
      // With several intervals the watcher that rendered last decides.
      const due = performance.now() + request.ended.wall + ledger.longestMin - Date.now()
      const setBack = Math.min(ledger.setBack, LONGEST_WAIT)
      // A poll of the host may wait for its turn already, by a timer that does not notice a jump of the clock.
      const isWaiting = client.getQueryState(keyOf(job))?.fetchStatus === 'fetching'
      const wait = isWaiting ? ledger.longestMin : 0
      ledger.mustPollBy = Math.max(performance.now(), due, ledger.obeysUntil + setBack) + wait
    }
  }

  /** Runs an event with its immediate effects, then the checks. */
  async function after(event: () => unknown) {
    await act(async () => {
      await event()
      await vi.advanceTimersByTimeAsync(0)
    })
    for (const watcher of watchers.values()) watcher.isForced = false
    check()
    if (violations.length > 0) throw new Error(violations.join('\n'))
  }

  const setOnline = (isUp: boolean, change: (isUp: boolean) => unknown) =>
    after(async () => {
      const hasReturned = isUp && !isOnline
      isOnline = isUp
      if (hasReturned) expectPollOnReturn()
      await change(isUp)
    })

  return {
    async tick(ms: number) {
      isTimePassing = true
      for (let left = ms; left > 0; left -= STEP)
        await after(() => vi.advanceTimersByTimeAsync(Math.min(left, STEP)))
      isTimePassing = false
    },
    serve: (next: Reply) => void (reply = next),
    setLatency: (ms: number) => void (latency = ms),

    mount: (slot: number, options: WatcherOptions) =>
      after(() => {
        ledgerOf(options.jobId).maySendHidden ||= !dataOf(options.jobId)
        mount(slot, options)
        applyIntervals(options.jobId)
      }),
    unmount: (slot: number) =>
      after(() => {
        const { unmount, options } = watchers.get(slot)!
        unmount()
        watchers.delete(slot)
        // The remaining watchers may have a longer interval.
        if (ledgerOf(options.jobId).mustPollBy < Infinity) expectPollOnReturn()
      }),
    change: (slot: number, options: WatcherOptions) =>
      after(() => {
        for (const watcher of watchers.values()) watcher.isForced = true
        // react-query marks a job as invalidated after a failure, and requests it even on a hidden page.
        const isInvalidated = !!client.getQueryState(keyOf(options.jobId))?.isInvalidated
        ledgerOf(options.jobId).maySendHidden ||= !dataOf(options.jobId) || isInvalidated
        watchers.get(slot)!.set(options)
        applyIntervals(options.jobId)
      }),

    /** An `<Activity>` hides a watcher, which is like an unmount that keeps the state, or shows it again. */
    setHidden: (slot: number, isHidden: boolean) =>
      after(() => {
        const watcher = watchers.get(slot)!
        const { jobId } = watcher.options
        if (!isHidden) ledgerOf(jobId).maySendHidden ||= !dataOf(jobId)
        watcher.setHidden(isHidden)
        if (isHidden) {
          if (ledgerOf(jobId).mustPollBy < Infinity) expectPollOnReturn()
        } else applyIntervals(jobId)
      }),
    /** The cache gets an older status of a job that has ended, as in a hydration or from another tab. */
    hydrate: (job: JobName) =>
      after(() => {
        const data = dataOf(job)
        if (!data || !terminal.includes(data.status)) return
        // One render writes the end of the job back into the cache.
        for (const watcher of watchersOf(job)) watcher.isForced = true
        const server = new QueryClient()
        server.setQueryData(keyOf(job), { ...data, status: 'processing' }, { updatedAt: Date.now() + 1 })
        hydrate(client, dehydrate(server))
        server.clear()
      }),

    retry: (slot: number) =>
      after(() => {
        const { result, options } = watchers.get(slot)!
        result.retry()
        if (result.phase !== 'timed-out' && result.phase !== 'error') return
        const ledger = ledgerOf(options.jobId)
        const allowed = { isHurried: true, maySendHidden: true, mustPollBy: Infinity }
        Object.assign(ledger, allowed, { isHeld: false, obeysUntil: 0, slept: 0 })
        // With `enabled: false` the window stays.
        if (!options.enabled) return
        ledger.windows++
        Object.assign(ledger, { isRefused: false, failure: null, doubtful: 0 })
      }),
    invalidate: (job: JobName) =>
      after(() => {
        const ledger = ledgers.get(job)
        isInvalidating = true
        void client.invalidateQueries({ queryKey: keyOf(job) }).catch(() => {})
        isInvalidating = false
        // The request in flight is aborted by now.
        if (!ledger) return
        // A host may refetch a job after a response or a failure, but not within a Retry-After.
        const isOver = performance.now() >= ledger.obeysUntil - ledger.slept
        const isPolled = !!dataOf(job) || ledger.failure !== null
        ledger.isHurried ||= isPolled && isOver && !ledger.isHeld
        Object.assign(ledger, { maySendHidden: true, min: ledger.leastMin })
      }),

    cancel: (job: JobName) => after(() => void client.cancelQueries({ queryKey: keyOf(job) })),

    show: (isNowShown: boolean) =>
      after(async () => {
        isShown = isNowShown
        expectPollOnReturn()
        await showPage(isNowShown)
      }),
    connect: (isUp: boolean) => {
      isConnected = isUp
      return setOnline(isUp, setNetwork)
    },
    /** Changes only the report of the browser, which may be wrong. */
    report: (isUp: boolean) => setOnline(isUp, reportNetwork),
    /** Moves the system clock, by hand or by sleep. Timers do not notice. */
    jump: (ms: number) =>
      after(() => {
        vi.setSystemTime(Date.now() + ms)
        for (const ledger of ledgers.values()) {
          if (ms < 0) Object.assign(ledger, { isHurried: true, setBack: ledger.setBack - ms })
          else ledger.slept += ms
          Object.assign(ledger, { waitsSince: performance.now(), mustPollBy: Infinity })
        }
      }),

    async end() {
      for (const slot of watchers.keys())
        await after(() => {
          watchers.get(slot)!.unmount()
          watchers.delete(slot)
        })
      await act(() => vi.advanceTimersByTimeAsync(61_000))
      expect(client.getQueryCache().getAll()).toEqual([])
      expect(vi.getTimerCount()).toBe(0)
    },
  }
}

export type World = ReturnType<typeof createWorld>
