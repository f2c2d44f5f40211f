import type { ItrJobStatusOptions } from '../../react/resolveOptions.ts'
import type { ItrProgressProps, ItrProgressBaseProps, ItrWidgetProps } from './ItrProgressProps.ts'

/** Props that are not attributes of the root's element. A missing one does not compile. */
const ownProps: Readonly<Record<keyof ItrJobStatusOptions | keyof ItrWidgetProps | 'result', 1>> = {
  // Options of useItrJobStatus
  jobId: 1,
  proxyUrl: 1,
  fetch: 1,
  headers: 1,
  credentials: 1,
  interval: 1,
  timeout: 1,
  requestTimeout: 1,
  typicalDuration: 1,
  startedAt: 1,
  enabled: 1,
  onCompleted: 1,
  onFailed: 1,
  onTimedOut: 1,
  onError: 1,
  onPhaseChange: 1,
  queryClient: 1,
  // Props of the component
  result: 1,
  steps: 1,
  onRetry: 1,
  onRestart: 1,
  onAlternative: 1,
  portalHref: 1,
  reportHref: 1,
  showDetails: 1,
  locale: 1,
  messages: 1,
  appearance: 1,
  name: 1,
  required: 1,
  form: 1,
  disabled: 1,
  onChange: 1,
  onBlur: 1,
  value: 1,
}

/** Returns the attributes of the root's element. */
export const getRootAttributes = (props: ItrProgressProps) =>
  Object.fromEntries(Object.entries(props).filter(([name]) => !(name in ownProps))) as Omit<
    ItrProgressBaseProps,
    keyof ItrWidgetProps
  >
