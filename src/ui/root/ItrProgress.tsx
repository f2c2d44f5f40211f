'use client'

import { forwardRef } from 'react'
import type { ItrJobStatusOptions } from '../../react/resolveOptions.ts'
import { useItrJobStatus } from '../../react/useItrJobStatus.ts'
import { ItrProgressRoot, type ItrProgressRootProps } from './ItrProgressRoot.tsx'
import type { ItrProgressHandle, ItrProgressProps } from './ItrProgressProps.ts'

/** What is the hook's, and no attribute of an element. */
const hookOptions: Readonly<Record<keyof ItrJobStatusOptions, true>> = {
  jobId: true,
  proxyUrl: true,
  fetch: true,
  headers: true,
  credentials: true,
  interval: true,
  timeout: true,
  requestTimeout: true,
  typicalDuration: true,
  startedAt: true,
  enabled: true,
  onCompleted: true,
  onFailed: true,
  onTimedOut: true,
  onError: true,
  queryClient: true,
}

/**
 * Shows a person where their ITR verification stands, until it is settled or it is fair to ask them. With `itr` it shows that
 * result; else it watches the job itself, by the options of `useItrJobStatus`.
 *
 * @throws {TypeError} for a bad option; it names the option and the value.
 * @example
 * <ItrProgress jobId={id} proxyUrl="/api/itr/status" onCompleted={next} onRestart={startAgain} />
 */
export const ItrProgress = forwardRef<ItrProgressHandle, ItrProgressProps>(function ItrProgress(props, ref) {
  const given = Object.fromEntries(Object.entries(props).filter(([name]) => !(name in hookOptions)))
  return props.result ? (
    <ItrProgressRoot {...given} result={props.result} handle={ref} />
  ) : (
    <Watched {...given} options={{ jobId: undefined, ...props }} handle={ref} />
  )
})

interface WatchedProps extends Omit<ItrProgressRootProps, 'result'> {
  options: ItrJobStatusOptions
}

function Watched({ options, ...given }: WatchedProps) {
  return <ItrProgressRoot {...given} result={useItrJobStatus(options)} />
}
