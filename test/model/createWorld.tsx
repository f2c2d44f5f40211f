import { QueryClient, QueryClientProvider, type DefaultOptions } from '@tanstack/react-query'
import { act, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { expect, vi } from 'vitest'
import { useItrJobStatus, type ItrJob, type ItrJobStatusResult, type ItrPhase } from '../../src/index.ts'
import { reportNetwork, setNetwork, showPage, URL } from '../react/watchJob.tsx'
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

interface Request {
  job: JobName
  /** By the wall clock, and by one that nobody sets. */
  sent: { wall: number; steady: number }
  ended: { wall: number; steady: number } | null
  outcome: Outcome | 'offline' | 'aborted' | null
}

interface Watcher {
  options: WatcherOptions
  result: ItrJobStatusResult
  /** Whether the host makes it render now. */
  isForced: boolean
  settlements: Map<string, number>
  set: (options: WatcherOptions) => void
  unmount: () => void
}

/** What is known of a job while it is in the cache, by the model's own book-keeping. */
interface Ledger {
  requests: Request[]
  doubtful: number
  isRefused: boolean
  /** Whether the last poll failed, and with or without an HTTP response. */
  failure: 'response' | 'no response' | null
  /** A hidden page may send a request: a watcher mounted without data, or the host asked for one. */
  maySendHidden: boolean
  steps: Set<string>
  /** Since the last request ended: what lets one leave earlier than the schedule would. */
  isHurried: boolean
  /** Since when, by the steady clock, a check has been due within `interval.max`. */
  waitsSince: number
  /** Till when, by the steady clock, a `Retry-After` is obeyed. */
  obeysUntil: number
  /** By so many ms the clock went forward meanwhile, which shortens no timer. */
  slept: number
  /** The least `interval.min` of those who watched it meanwhile: who left may have asked before. */
  min: number
  /** The least of all that ever watched it: what a host asks for goes by whoever was last to say. */
  leastMin: number
  /** And the greatest. */
  longestMin: number
  /** By so many ms the clock was set back meanwhile; less than was waited cannot be told from no wait at all. */
  setBack: number
  unwatchedSince: number
  mustAskBy: number
}

const FIELDS: (keyof ItrJobStatusResult)[] = [
  'phase',
  'job',
  'error',
  'jobId',
  'startedAt',
  'deadlineAt',
  'connection',
  'isPolling',
  'isDelayed',
  'retry',
]

/** Rounding of fake timers: one that is set inside a tick fires a ms later. */
const SLACK = 10

/** How long the page is left alone before it is looked at, in ms. React 18 renders at the end of it. */
const STEP = 1000

/** An obeyed `Retry-After` and the longest `interval.max` but one. */
const LONGEST_WAIT = 70_000

/** The longest `requestTimeout`. */
const LONGEST_REQUEST = 15_000

const terminal: readonly (ItrPhase | undefined)[] = ['completed', 'failed']
const live: readonly ItrPhase[] = ['connecting', 'initiated', 'processing']

/**
 * A page with a few watchers on two jobs, a proxy, a person and a computer around it, and beside it the book-keeping that says
 * what may happen. Each method is one event; after each, `check` holds what is seen against the ten invariants of the design.
 */
export function createWorld(defaultOptions: DefaultOptions) {
  const client = new QueryClient({ defaultOptions })
  const watchers = new Map<number, Watcher>()
  const ledgers = new Map<JobName, Ledger>()
  const complaints: string[] = []
  let reply: Reply = { kind: 'processing', step: 0 }
  let latency = 300
  let isShown = true
  let isConnected = true
  /** What the browser reports. */
  let isOnline = true
  /** Then nobody leaves, and what is aborted has taken too long. */
  let isTimePassing = false

  const now = () => ({ wall: Date.now(), steady: performance.now() })
  const complain = (what: string) => void complaints.push(what)
  const dataOf = (job: JobName) => client.getQueryData<ItrJob>(['itr-progress', URL, job])
  const isCached = (job: JobName) => client.getQueryCache().find({ queryKey: ['itr-progress', URL, job] })
  const watching = (job: JobName) => [...watchers.values()].filter(({ options }) => options.jobId === job)
  const minsOf = (job: JobName) => watching(job).map(({ options }) => options.interval.min)
  const minOf = (job: JobName) => Math.min(...minsOf(job))
  const longestMinOf = (job: JobName) => Math.max(0, ...minsOf(job))
  const asking = (job: JobName) => watching(job).filter(({ options }) => options.enabled)

  function ledgerOf(job: JobName): Ledger {
    const held = ledgers.get(job)
    if (held) return held
    const ledger: Ledger = {
      requests: [],
      doubtful: 0,
      isRefused: false,
      failure: null,
      maySendHidden: false,
      steps: new Set(),
      isHurried: false,
      waitsSince: performance.now(),
      obeysUntil: 0,
      slept: 0,
      min: minOf(job),
      leastMin: minOf(job),
      longestMin: longestMinOf(job),
      setBack: 0,
      unwatchedSince: Infinity,
      mustAskBy: Infinity,
    }
    ledgers.set(job, ledger)
    return ledger
  }

  client.getQueryCache().subscribe(({ type, query }) => {
    if (type === 'removed') ledgers.delete((query.queryKey as unknown[])[2] as JobName)
  })

  function settle(request: Request, kind: Outcome | 'aborted', hasResponse: boolean, retryAfter = 0) {
    if (request.ended) return
    const outcome = kind === 'transient' && !hasResponse && !isOnline ? 'offline' : kind
    Object.assign(request, { ended: now(), outcome })
    const ledger = ledgerOf(request.job)
    ledger.isHurried = false
    ledger.min = minOf(request.job)
    ledger.waitsSince = performance.now()
    // A Retry-After that was slept through is over, whatever became of the request.
    ledger.obeysUntil -= ledger.slept
    ledger.slept = 0
    if (outcome === 'aborted') return
    ledger.setBack = 0
    if (outcome === 'offline') {
      if (!ledger.isRefused && ledger.doubtful < 3) ledger.failure = 'no response'
      return
    }
    ledger.failure = outcome === 'answer' ? null : hasResponse ? 'response' : 'no response'
    ledger.doubtful = outcome === 'doubtful' ? ledger.doubtful + 1 : 0
    ledger.isRefused = outcome === 'permanent'
    ledger.obeysUntil = retryAfter > 0 ? performance.now() + retryAfter : 0
  }

  const proxy = (_url: unknown, init: RequestInit = {}) => {
    const job = (JSON.parse(init.body as string) as { job_id: JobName }).job_id
    const ledger = ledgerOf(job)
    const before = ledger.requests.at(-1)
    const request: Request = { job, sent: now(), ended: null, outcome: null }

    if (terminal.includes(dataOf(job)?.status)) complain(`1: ${job} is asked for after its end`)
    if (!isShown && !ledger.maySendHidden) complain(`2: ${job} is asked for while the page is hidden`)
    ledger.maySendHidden = false
    if (before && !before.ended) complain(`2: ${job} is asked for twice at once`)
    if (before?.ended && !ledger.isHurried) {
      const waited = request.sent.wall - before.ended.wall
      if (waited < ledger.min)
        complain(`2: ${job} is asked for after ${waited} ms, and the minimum is ${ledger.min}`)
      if (request.sent.steady < ledger.obeysUntil - ledger.slept)
        complain(`6: ${job} is asked for before its Retry-After`)
    }
    // One that was disabled meanwhile is enough: a request that waits for its turn is still sent.
    if (watching(job).length === 0) complain(`7: ${job} is asked for, and nobody watches it`)

    ledger.requests.push(request)
    ledger.mustAskBy = Infinity
    const said = reply
    return new Promise<Response>((resolve, reject) => {
      const timer = setTimeout(
        () => {
          if (request.ended) return
          const reached = isConnected ? said : ({ kind: 'network' } as const)
          const retryAfter = reached.kind === 'http' ? Math.min(reached.retryAfter ?? 0, 60) * 1000 : 0
          const hasResponse = reached.kind !== 'network' && reached.kind !== 'cut'
          settle(request, classify(reached), hasResponse, retryAfter)
          void respond(job, reached).then(resolve, reject)
        },
        said.kind === 'hang' ? 2 ** 31 - 1 : latency,
      )
      init.signal?.addEventListener('abort', () => {
        clearTimeout(timer)
        settle(request, isTimePassing ? 'transient' : 'aborted', false)
        reject(init.signal!.reason as Error)
      })
    })
  }

  function Wrapper({ children }: { children: ReactNode }) {
    return <QueryClientProvider client={client}>{children}</QueryClientProvider>
  }

  function mount(slot: number, options: WatcherOptions) {
    const watcher = { options, isForced: true, settlements: new Map<string, number>() } as Watcher
    watchers.set(slot, watcher)
    const tell = (what: string) => () => {
      const key = `${what} ${watcher.options.jobId} ${watcher.result.startedAt}`
      watcher.settlements.set(key, (watcher.settlements.get(key) ?? 0) + 1)
    }
    const callbacks = {
      onCompleted: tell('completed'),
      onFailed: tell('failed'),
      onTimedOut: tell('timed-out'),
      onError: tell('error'),
    }
    const { rerender, unmount } = renderHook(
      (props: WatcherOptions) => {
        const result = useItrJobStatus({
          ...props,
          ...callbacks,
          proxyUrl: URL,
          fetch: proxy as typeof fetch,
        })
        const before = watcher.result as ItrJobStatusResult | undefined
        if (before && !watcher.isForced && FIELDS.every((field) => Object.is(before[field], result[field])))
          complain(`8: a render with nothing new (${result.phase})`)
        if (before) checkChange(watcher, before, result)
        watcher.result = result
      },
      { wrapper: Wrapper, initialProps: options },
    )
    watcher.set = (next) => {
      // With another job it is another watcher, which is told anew.
      if (next.jobId !== watcher.options.jobId) watcher.settlements.clear()
      watcher.options = next
      rerender(next)
    }
    watcher.unmount = unmount
  }

  /** What may come after what. */
  function checkChange(watcher: Watcher, before: ItrJobStatusResult, result: ItrJobStatusResult) {
    const { options, isForced, settlements } = watcher
    if (before.jobId !== result.jobId || before.phase === result.phase) return
    // Once a stay: a host that asks again, or has more time, may be told again.
    settlements.clear()
    if (terminal.includes(before.phase)) complain(`1: from ${before.phase} to ${result.phase}`)
    if (result.phase !== 'timed-out' || isForced) return
    const settled = ledgerOf(options.jobId)
      .requests.filter(({ outcome }) => outcome !== null && outcome !== 'aborted' && outcome !== 'offline')
      .at(-1)
    if (!settled?.ended || settled.ended.wall - result.startedAt! < options.timeout)
      complain('4: timed out without a check that settled after the deadline')
    else if (settled.ended.steady < performance.now() - STEP - SLACK)
      complain('4: timed out some time after the check that says so')
  }

  /** What has to hold whenever nothing is going on. */
  function check() {
    for (const [, { result, options, settlements }] of watchers) {
      const { phase, job, error, connection, isPolling, isDelayed } = result
      const { enabled, jobId } = options
      const ledger = ledgerOf(jobId)
      if ((job?.status === phase) !== ['initiated', 'processing', ...terminal].includes(phase))
        complain(`${phase} with a job that is ${job?.status}`)
      if ((phase === 'error') !== (error !== null && !live.includes(phase) && phase !== 'timed-out'))
        complain(`${phase} with the error ${error?.code}`)
      if (isPolling !== (enabled && live.includes(phase))) complain(`isPolling is ${isPolling} in ${phase}`)
      if (isDelayed && !live.includes(phase)) complain(`delayed in ${phase}`)
      const isUnreachable = ledger.failure === null ? !job : ledger.failure === 'no response'
      const isOpen = live.includes(phase) || phase === 'timed-out'
      const isOffline = enabled && !isOnline && isOpen && isUnreachable
      if ((connection === 'offline') !== isOffline) complain(`connection is ${connection}`)
      if (connection === 'reconnecting' && !isPolling) complain(`reconnecting in ${phase}`)

      const cannotGoOn = ledger.isRefused || ledger.doubtful >= 3
      if (!terminal.includes(phase) && phase !== 'idle' && (phase === 'error') !== cannotGoOn)
        complain(
          `6: ${phase}, and the last answers say ${cannotGoOn ? 'that asking cannot help' : 'to go on'}`,
        )

      for (const [key, count] of settlements)
        if (count > 1) complain(`the host is told ${count} times of ${key}`)
      const isSettled = !live.includes(phase) && phase !== 'idle'
      if (isSettled && !settlements.has(`${phase} ${jobId} ${result.startedAt}`))
        complain(`the host is not told of ${phase}`)

      for (const step of ledger.steps)
        if (job && !terminal.includes(phase) && !job.stepsCompleted.includes(step))
          complain(`a completed step is gone: ${step}`)
      for (const step of job?.stepsCompleted ?? []) ledger.steps.add(step)
    }

    for (const [job, ledger] of ledgers) {
      const request = ledger.requests.at(-1)
      const inFlight = request && !request.ended
      const polling = watching(job).filter(({ result }) => result.isPolling)
      if (inFlight && watching(job).length === 0)
        complain(`7: ${job} is still asked for, and nobody is there`)
      const takes = inFlight ? performance.now() - request.sent.steady : 0
      if (takes > LONGEST_REQUEST + SLACK) complain(`7: a request takes ${takes} ms`)

      if (!isShown || inFlight || polling.length === 0) ledger.waitsSince = performance.now()
      const max = Math.min(...polling.map(({ options }) => options.interval.max))
      const waits = performance.now() - ledger.waitsSince
      // After an aborted request the watcher decides that came last, though it has left; its minimum may be longer.
      const aborted = request?.outcome === 'aborted' ? ledger.longestMin : 0
      const longest = Math.max(max, ledger.obeysUntil - ledger.waitsSince, aborted)
      if (waits > longest + Math.min(ledger.setBack, LONGEST_WAIT) + SLACK)
        complain(`2: ${job} waits for ${waits} ms, and the maximum is ${longest}`)

      if (!isShown || asking(job).length === 0 || polling.length > 0) ledger.mustAskBy = Infinity
      if (performance.now() > ledger.mustAskBy + SLACK)
        complain(`5: ${job} has timed out, and is not asked for when the page comes back`)

      if (watching(job).length > 0) ledger.unwatchedSince = Infinity
      else if (ledger.unwatchedSince === Infinity) ledger.unwatchedSince = performance.now()
      if (isCached(job) && performance.now() - ledger.unwatchedSince > 60_000 + SLACK)
        complain(`9: ${job} is in the cache a minute after the last watcher left`)
    }
    if (
      JSON.stringify(
        client
          .getQueryCache()
          .getAll()
          .map(({ state }) => state),
      ).includes(RAW_PAN)
    )
      complain('9: a PAN is in the cache')
  }

  /** A shorter interval counts from now on, and may have been over for long. */
  function heedInterval(job: JobName) {
    const max = Math.min(...watching(job).map(({ options }) => options.interval.max))
    const ledger = ledgerOf(job)
    ledger.min = Math.min(ledger.min, minOf(job))
    ledger.leastMin = Math.min(ledger.leastMin, ledger.min)
    ledger.longestMin = Math.max(ledger.longestMin, longestMinOf(job))
    ledger.waitsSince = Math.max(ledger.waitsSince, performance.now() - max)
  }

  function comesBack() {
    if (!isShown) return
    for (const job of jobs) {
      const timedOut = asking(job).filter(({ result }) => result.phase === 'timed-out')
      const request = ledgers.get(job)?.requests.at(-1)
      if (timedOut.length === 0 || !request?.ended) continue
      const min = Math.min(...timedOut.map(({ options }) => options.interval.min))
      const ledger = ledgerOf(job)
      const due = performance.now() + request.ended.wall + min - Date.now()
      const setBack = Math.min(ledger.setBack, LONGEST_WAIT)
      ledger.mustAskBy = Math.max(performance.now(), due, ledger.obeysUntil + setBack)
    }
  }

  /** An event, all that follows from it at once, and the check. */
  async function after(event: () => unknown) {
    await act(async () => {
      await event()
      await vi.advanceTimersByTimeAsync(0)
    })
    for (const watcher of watchers.values()) watcher.isForced = false
    check()
    if (complaints.length > 0) throw new Error(complaints.join('\n'))
  }

  return {
    has: (slot: number) => watchers.has(slot),
    phaseOf: (slot: number) => watchers.get(slot)?.result.phase,

    async tick(ms: number) {
      // In small steps, so that what must hold is looked at all along.
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
        heedInterval(options.jobId)
      }),
    unmount: (slot: number) =>
      after(() => {
        const { unmount, options } = watchers.get(slot)!
        unmount()
        watchers.delete(slot)
        // Those that stay may have a longer interval.
        if (ledgerOf(options.jobId).mustAskBy < Infinity) comesBack()
      }),
    change: (slot: number, options: WatcherOptions) =>
      after(() => {
        for (const watcher of watchers.values()) watcher.isForced = true
        // A host that switches the job, or switches polling on, may have it polled at once.
        ledgerOf(options.jobId).maySendHidden = true
        watchers.get(slot)!.set(options)
        heedInterval(options.jobId)
      }),

    retry: (slot: number) =>
      after(() => {
        const { result, options } = watchers.get(slot)!
        result.retry()
        if (!options.enabled || (result.phase !== 'timed-out' && result.phase !== 'error')) return
        const ledger = ledgerOf(options.jobId)
        Object.assign(ledger, {
          isHurried: true,
          maySendHidden: true,
          isRefused: false,
          failure: null,
          doubtful: 0,
          obeysUntil: 0,
          slept: 0,
          mustAskBy: Infinity,
        })
      }),
    invalidate: (job: JobName) =>
      after(() => {
        const ledger = ledgers.get(job)
        // A host may hurry a live job that was answered, though not over a Retry-After.
        const isHurried = ledger?.requests.at(-1)?.outcome === 'answer'
        void client.invalidateQueries({ queryKey: ['itr-progress', URL, job] }).catch(() => {})
        // What was out is aborted by now.
        if (ledger)
          Object.assign(ledger, {
            isHurried: ledger.isHurried || isHurried,
            maySendHidden: true,
            min: ledger.leastMin,
          })
      }),

    show: (shown: boolean) =>
      after(async () => {
        isShown = shown
        comesBack()
        await showPage(shown)
      }),
    connect: (there: boolean) =>
      after(async () => {
        const wasOnline = isOnline
        isConnected = there
        isOnline = there
        if (there && !wasOnline) comesBack()
        await setNetwork(there)
      }),
    /** The browser reports a network that is not there, or none although there is one. */
    report: (there: boolean) =>
      after(async () => {
        const wasOnline = isOnline
        isOnline = there
        if (there && !wasOnline) comesBack()
        await reportNetwork(there)
      }),
    /** The clock on the wall is set, or the machine slept: timers know nothing of it. */
    jump: (ms: number) =>
      after(() => {
        vi.setSystemTime(Date.now() + ms)
        for (const ledger of ledgers.values()) {
          if (ms < 0) Object.assign(ledger, { isHurried: true, setBack: ledger.setBack - ms })
          else ledger.slept += ms
          ledger.waitsSince = performance.now()
          ledger.mustAskBy = Infinity
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
