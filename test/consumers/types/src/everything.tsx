import { QueryClient, useQueries, useQuery } from '@tanstack/react-query'
import {
  ItrProgress,
  ItrProgressActions,
  ItrProgressAnnouncer,
  ItrProgressBar,
  ItrProgressField,
  ItrProgressHeading,
  ItrProgressMessage,
  ItrProgressSteps,
  ItrProvider,
  ItrStatusError,
  classifyItrFailure,
  itrJobStatusOptions,
  parseItrJob,
  reconcileItrJob,
  useItrJobStatus,
  useItrProgress,
  type ItrFailureCode,
  type ItrJob,
  type ItrJobStatusOptions,
  type ItrJobStatusResult,
  type ItrMessages,
  type ItrProgressHandle,
  type ItrProgressBaseProps,
} from 'itr-progress'
import { en } from 'itr-progress/locales/en'
import { hi } from 'itr-progress/locales/hi'
import { createItrJobHandles, createItrStatusProxy } from 'itr-progress/proxy'
import { upstreamOverGet } from 'itr-progress/proxy/node'
import 'itr-progress/styles.css'
import 'itr-progress/styles.unlayered.css'
import {
  createItrSimulator,
  itrProxyFetch,
  itrResult,
  itrScenarios,
  type ItrResultOverrides,
  type ItrScenario,
  type ItrSimulatorOptions,
} from 'itr-progress/testing'
import { itrHandlers, itrProxyHandlers } from 'itr-progress/testing/msw'
import { useRef } from 'react'

/** The phase narrows the union without a cast, and the switch is exhaustive. */
export function sentence(result: ItrJobStatusResult): string {
  switch (result.phase) {
    case 'idle':
    case 'connecting':
      return result.phase
    case 'initiated':
    case 'processing':
      return result.job.currentStep ?? result.job.status
    case 'completed':
      return result.job.completedAt ?? 'completed'
    case 'failed':
      return result.job.failure ?? 'failed'
    case 'timed-out':
      return result.job?.status ?? 'no answer'
    case 'error':
      return result.error.code
  }
}

const options: ItrJobStatusOptions = {
  jobId: 'handle',
  proxyUrl: new URL('https://app.example.com/api/itr/status'),
  headers: async () => ({ 'X-CSRF-Token': 'token' }),
  interval: { min: 5000 },
  startedAt: new Date(),
  onCompleted: (job: ItrJob) => console.log(job.jobId),
  onTimedOut: (job: ItrJob | undefined) => console.log(job?.jobId),
  onError: (error: ItrStatusError) => console.log(error.code, error.kind, error.status, error.retryAfter),
}

export function Page(props: ItrProgressBaseProps) {
  const result = useItrJobStatus(options)
  const [row] = useQueries({ queries: [itrJobStatusOptions(options)] })
  const { data, error } = useQuery(itrJobStatusOptions(options))
  const field = useRef<ItrProgressHandle>(null)
  const known: ItrJob | undefined = data ?? row.data
  const failed: ItrStatusError | null = error
  return (
    <ItrProvider proxyUrl="/api/itr/status" messages={hi} locale="hi-IN" credentials="include">
      <ItrProgress result={result} {...props} />
      <ItrProgress
        ref={field}
        jobId={known?.jobId ?? null}
        name="itrVerification"
        required
        value=""
        onChange={({ target: { name, value } }) => console.log(name, value)}
        onBlur={({ type }) => console.log(type, failed?.code)}
        className={({ phase }) => `itr ${phase}`}
        appearance={{ theme: 'dark', variables: { accent: '#0a5' } }}
        steps={['create_client', { id: 'download_itr', label: 'Your returns' }]}
      >
        <ItrProgressHeading render={<h3 />} />
        <ItrProgressBar />
        <ItrProgressMessage />
        <ItrProgressActions />
        <ItrProgressSteps />
        <ItrProgressField />
        <Count />
        <ItrProgressAnnouncer />
      </ItrProgress>
      <button onClick={() => field.current?.focus()}>{sentence(result)}</button>
    </ItrProvider>
  )
}

function Count() {
  const { steps, t } = useItrProgress()
  return (
    <p>
      {steps.length} {t('required')}
    </p>
  )
}

const code: ItrFailureCode = classifyItrFailure('Invalid credentials', [])
export const words: ItrMessages = en
export const job: ItrJob = reconcileItrJob(parseItrJob({ job_id: 'a', status: code }), parseItrJob({}))

const handles = createItrJobHandles({ secrets: ['0123456789abcdef0123456789abcdef'], ttl: 60_000 })
export const POST: (request: Request) => Promise<Response> = createItrStatusProxy({
  apiKey: 'key',
  apiSecret: () => Promise.resolve('secret'),
  resolveJob: (handle, request) => handles.open(handle, request.headers.get('cookie') ?? ''),
  upstream: upstreamOverGet,
  onEvent: ({ outcome, status }) => console.log(outcome, status),
})

const simulator = createItrSimulator({ scenario: 'happy', speed: 10 })
export const kit = {
  fetch: itrProxyFetch(simulator),
  handlers: [...itrHandlers(simulator, 'https://api.finpass.ai'), ...itrProxyHandlers(simulator, '/api')],
  scenario: itrScenarios.slow,
  state: itrResult('failed', { failure: 'account_locked' }),
  client: new QueryClient(),
}

/** Each optional field may be undefined, also with `exactOptionalPropertyTypes`. */
export function passUndefined(
  options: Record<keyof ItrSimulatorOptions, undefined>,
  overrides: Record<keyof ItrResultOverrides, undefined>,
) {
  const scenario: ItrScenario = {
    steps: [],
    ending: { at: 0, status: 'failed', errorMessage: undefined, stepsFailed: undefined },
    glitches: [{ from: 0, until: 1, kind: 'busy', by: undefined }],
  }
  createItrSimulator(options).start({ ...scenario, glitches: undefined }, { pan: undefined })
  return itrResult('failed', overrides)
}

// These must not compile in any version.
// @ts-expect-error unknown status
itrResult('failed', { status: 'done' })
// @ts-expect-error unknown failure code
itrResult('failed', { failure: 'tired' })
// @ts-expect-error resolveJob is required
createItrStatusProxy({ apiKey: 'key', apiSecret: 'secret' })
// @ts-expect-error the job may be undefined in this phase
export const none = (result: ItrJobStatusResult) => result.phase === 'timed-out' && result.job.status
