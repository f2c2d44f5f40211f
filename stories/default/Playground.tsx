import { useState } from 'react'
import {
  ItrProgress,
  ItrStatusError,
  type ItrConnection,
  type ItrErrorCode,
  type ItrFailureCode,
  type ItrJobStatusOptions,
  type ItrPhase,
  type ItrProgressBaseProps,
} from '../../src/index.ts'
import { itrResult, type ItrScenarioName } from '../../src/testing/index.ts'
import type { Fault } from '../examples/faults.ts'
import { SimulatedJob } from '../examples/SimulatedJob.tsx'
import { dictionaryOf } from '../languages.ts'
import { usualPlan } from '../plans.ts'

/** The props of the widget, and in place of a job one that is made of the rest. */
export interface PlaygroundProps
  extends
    Omit<
      ItrProgressBaseProps,
      'messages' | 'className' | 'style' | 'onRetry' | 'onRestart' | 'onAlternative'
    >,
    Partial<ItrJobStatusOptions> {
  watch?: 'a fixed state' | 'a simulated job'

  phase?: ItrPhase
  connection?: ItrConnection
  isDelayed?: boolean
  failure?: ItrFailureCode
  errorCode?: ItrErrorCode
  errorStatus?: number
  /** Of the usual plan. */
  stepsDone?: number
  currentStep?: string
  reference?: string
  hasAnswered?: boolean

  scenario?: ItrScenarioName
  speed?: number
  fault?: Fault
  secondsAgo?: number

  hasPlan?: boolean
  language?: string
  sentences?: ItrProgressBaseProps['messages']
  className?: string
  style?: ItrProgressBaseProps['style']
  offersRestart?: boolean
  offersFallback?: boolean
  onRetry?: () => void
  onRestart?: () => void
  onAlternative?: () => void
}

/** The widget with whatever the controls say. */
export function Playground({
  watch,
  phase = 'processing',
  connection,
  isDelayed,
  failure,
  errorCode = 'http',
  errorStatus,
  stepsDone,
  currentStep,
  reference,
  hasAnswered = true,
  scenario,
  speed = 1,
  fault,
  secondsAgo,
  hasPlan,
  steps,
  language,
  sentences,
  offersRestart,
  offersFallback,
  onRestart,
  onAlternative,
  ...props
}: PlaygroundProps) {
  const [openedAt] = useState(Date.now)
  const shown = {
    ...props,
    steps: hasPlan ? (steps ?? usualPlan) : undefined,
    messages: sentences ?? (language ? dictionaryOf(language) : undefined),
    onRestart: offersRestart ? onRestart : undefined,
    onAlternative: offersFallback ? onAlternative : undefined,
  }

  if (watch === 'a simulated job') {
    const key = [scenario, speed, props.jobId, props.proxyUrl, secondsAgo].join(' ')
    return (
      <SimulatedJob
        key={key}
        {...shown}
        scenario={scenario}
        speed={speed}
        fault={fault}
        startedAt={secondsAgo ? openedAt - secondsAgo * 1000 : undefined}
      />
    )
  }

  const result = itrResult(phase, {
    connection,
    isDelayed,
    failure,
    reference: reference || null,
    ...(stepsDone !== undefined && { stepsCompleted: usualPlan.slice(0, stepsDone) }),
    ...(currentStep && { currentStep }),
    ...(phase === 'error' && {
      error: new ItrStatusError(errorCode, 'permanent', {
        status: errorCode === 'http' ? errorStatus : null,
      }),
    }),
    ...(!hasAnswered && { job: undefined }),
  })
  return <ItrProgress {...(shown as ItrProgressBaseProps)} result={result} />
}
