'use client'

import { forwardRef, type Ref } from 'react'
import type { ItrJobStatusOptions } from '../../react/resolveOptions.ts'
import { useItrJobStatus } from '../../react/useItrJobStatus.ts'
import type { ItrProgressHandle, ItrProgressProps } from './ItrProgressProps.ts'
import { ItrProgressRoot } from './ItrProgressRoot.tsx'

/**
 * Shows the status of an ITR job. It polls with the options of `useItrJobStatus`, or shows the given `result`.
 *
 * @throws {TypeError} for a bad option; it names the option and the value.
 * @example
 * <ItrProgress jobId={id} proxyUrl="/api/itr/status" onCompleted={next} onRestart={startAgain} />
 */
export const ItrProgress = forwardRef<ItrProgressHandle, ItrProgressProps>(function ItrProgress(props, ref) {
  return props.result ? (
    <ItrProgressRoot result={props.result} props={props} handle={ref} />
  ) : (
    <PollingItrProgress props={props} handle={ref} />
  )
})

interface PollingProps {
  props: ItrProgressProps & ItrJobStatusOptions
  handle: Ref<ItrProgressHandle>
}

function PollingItrProgress({ props, handle }: PollingProps) {
  return <ItrProgressRoot result={useItrJobStatus(props)} props={props} handle={handle} />
}
