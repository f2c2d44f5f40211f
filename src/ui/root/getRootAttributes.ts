import type { ItrJobStatusOptions } from '../../react/resolveOptions.ts'
import type { ItrProgressProps, ItrProgressBaseProps, ItrWidgetProps } from './ItrProgressProps.ts'

/** Props that are not attributes of the root's element. A missing one does not compile. */
const ownProps: Readonly<Record<keyof ItrJobStatusOptions | keyof ItrWidgetProps | 'result', true>> = {
  // Options of useItrJobStatus
  jobId: true,
  proxyUrl: true,
  fetch: true,
  headers: true,
  credentials: true,
  interval: true,
  timeout: true,
  requestTimeout: true,
  startedAt: true,
  enabled: true,
  onCompleted: true,
  onFailed: true,
  onTimedOut: true,
  onError: true,
  queryClient: true,
  // Props of the component
  result: true,
  steps: true,
  onRetry: true,
  onRestart: true,
  onAlternative: true,
  reportHref: true,
  showDetails: true,
  locale: true,
  messages: true,
  appearance: true,
  name: true,
  required: true,
  form: true,
  disabled: true,
  onChange: true,
  onBlur: true,
  value: true,
}

/** Returns the attributes of the root's element. */
export const getRootAttributes = (props: ItrProgressProps) =>
  Object.fromEntries(Object.entries(props).filter(([name]) => !(name in ownProps))) as Omit<
    ItrProgressBaseProps,
    keyof ItrWidgetProps
  >
