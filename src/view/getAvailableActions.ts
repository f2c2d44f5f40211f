import type { ItrJob } from '../contract/ItrJob.ts'
import type { ItrJobStatusResult } from '../polling/ItrJobStatusResult.ts'
import type { ItrTranslate } from './createTranslator.ts'
import type { ItrActionName } from './failureActions.ts'
import { getPhaseView } from './phaseViews.ts'

/** The host's handlers and links. An action without one is not offered; `retry` always is. */
export interface ItrActionOptions {
  /** Called after `result.retry()` when the person presses "Check again", in `timed-out` and `error`. */
  onRetry?: (() => void) | undefined
  /**
   * Called when the person presses "Start again", in `failed` and `error`. The texts `remedy.*` mention starting again: without
   * this handler, replace them by `messages`.
   */
  onRestart?: ((job?: ItrJob) => void) | undefined
  /**
   * Called when the person presses "Upload documents instead": in `failed`, `error` and `timed-out`, and while the job is
   * delayed.
   */
  onAlternative?: ((job?: ItrJob) => void) | undefined
  /**
   * Link to the e-filing portal, for failures that the person can fix there. Null removes it. Default:
   * `https://www.incometax.gov.in/`.
   */
  portalHref?: string | null | undefined
  /** Link to the report, shown in `completed`. Default: the job's `pdfReportUrl`, which the proxy removes by default. */
  reportHref?: string | undefined
}

/** A link if it has `href`, else a button that calls `run`. */
export interface ItrAction {
  name: ItrActionName
  label: string
  href?: string
  run?: () => void
}

/** Returns the actions available in this phase, most helpful first. */
export function getAvailableActions(
  result: ItrJobStatusResult,
  {
    onRetry,
    onRestart,
    onAlternative,
    portalHref = 'https://www.incometax.gov.in/',
    reportHref,
  }: ItrActionOptions,
  t: ItrTranslate,
): ItrAction[] {
  const { job } = result
  const href = reportHref ?? job?.pdfReportUrl
  const targets: Record<ItrActionName, Pick<ItrAction, 'href' | 'run'> | '' | null | undefined> = {
    retry: {
      run: () => {
        result.retry()
        onRetry?.()
      },
    },
    restart: onRestart && { run: () => onRestart(job) },
    alternative: onAlternative && { run: () => onAlternative(job) },
    portal: portalHref && { href: portalHref },
    report: href && { href },
  }
  return getPhaseView(result)
    .getActions(result)
    .flatMap((name) => (targets[name] ? [{ name, label: t(`action.${name}`), ...targets[name] }] : []))
}
