import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { ItrProgress, useItrJobStatus } from 'itr-progress'
import { Profiler } from 'react'
import { createRoot } from 'react-dom/client'
import { JobStatus } from '../hand-written/JobStatus.tsx'
import { useJobStatus } from '../hand-written/useJobStatus.ts'
import { useJobStatusByInterval } from '../hand-written/useJobStatusByInterval.ts'
import { answerJob, fetchOverLoopback, requests } from './answerJob.ts'
import { ENDLESS } from './statusAt.mjs'

interface WatcherProps {
  jobId: string
}

const proxyUrl = '/api/itr/status'

/** The line of text that each hook renders. */
const say = (status = 'waiting', step: string | null = null, done = 0) => (
  <p>
    {status}: {step}, {done} done
  </p>
)

function Hook({ jobId }: WatcherProps) {
  const { phase, job } = useItrJobStatus({ jobId, proxyUrl })
  return say(phase, job?.currentStep, job?.stepsCompleted.length)
}

function HandWrittenHook({ jobId }: WatcherProps) {
  const { data } = useJobStatus(jobId)
  return say(data?.status, data?.current_step, data?.steps_completed.length)
}

function IntervalHook({ jobId }: WatcherProps) {
  const job = useJobStatusByInterval(jobId)
  return say(job?.status, job?.current_step, job?.steps_completed.length)
}

function EndlessHook() {
  const { job } = useItrJobStatus({ jobId: ENDLESS, proxyUrl, timeout: Infinity })
  return say(job?.updatedAt ?? undefined)
}

const watchers = {
  hook: Hook,
  handWrittenHook: HandWrittenHook,
  intervalHook: IntervalHook,
  endlessHook: EndlessHook,
  widget: ({ jobId }: WatcherProps) => <ItrProgress jobId={jobId} proxyUrl={proxyUrl} />,
  handWrittenWidget: JobStatus,
  /** A page without a watcher, whose cost is subtracted. */
  nothing: () => say(),
}

export type Contestant = keyof typeof watchers

let renders = 0

const fetches = { none: answerJob, loopback: fetchOverLoopback }

export type Network = keyof typeof fetches

/** Renders `count` jobs, each with its own watcher. */
export function openPage(contestant: Contestant, count: number, network: Network) {
  window.fetch = fetches[network]
  const Watcher = watchers[contestant]
  createRoot(document.body.appendChild(document.createElement('main'))).render(
    <QueryClientProvider client={new QueryClient()}>
      {Array.from({ length: count }, (_, number) => (
        <Profiler key={number} id="watcher" onRender={() => renders++}>
          <Watcher jobId={`job-${number}`} />
        </Profiler>
      ))}
    </QueryClientProvider>,
  )
}

const latencies: number[] = []

/** Renders a form with a text field and one watcher, and records the latency of each keystroke. */
export function openForm(contestant: Contestant) {
  window.fetch = fetchOverLoopback
  const Watcher = watchers[contestant]
  createRoot(document.body.appendChild(document.createElement('main'))).render(
    <QueryClientProvider client={new QueryClient()}>
      <form>
        <input onKeyDown={({ timeStamp }) => recordLatency(timeStamp)} />
        <Watcher jobId="job-0" />
      </form>
    </QueryClientProvider>,
  )
}

/** A message sent in an animation frame arrives after the frame is painted. */
function recordLatency(pressedAt: number) {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => latencies.push(performance.now() - pressedAt))
    port1.start()
    port2.postMessage(null)
  })
}

/** Latency of each keystroke in ms: from the press to the frame that shows it. */
export const getLatencies = () => latencies

/** Returns the requests and renders so far. Only React's profiling build counts renders. */
export const counts = () => ({ requests, renders })
