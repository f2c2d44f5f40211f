import type { ComponentPropsWithoutRef } from 'react'
import type { ItrJob } from '../../contract/ItrJob.ts'
import type { ItrFieldHandle, ItrFieldProps } from '../../form/types.ts'
import type { ItrPartialMessages } from '../../locales/ItrMessages.ts'
import type { ItrJobStatusResult } from '../../polling/ItrJobStatusResult.ts'
import type { ItrJobStatusOptions } from '../../react/resolveOptions.ts'
import type { ItrLookProps } from '../parts/definePart.tsx'
import type { ItrPlannedStep } from '../../view/getSteps.ts'

/** The public tokens of the stylesheet, by their names without `--itr-`. */
export type ItrToken =
  | 'accent'
  | 'success'
  | 'warning'
  | 'danger'
  | 'text'
  | 'muted'
  | 'surface'
  | 'border'
  | 'track'
  | 'radius'
  | 'gap'
  | 'motion'

export interface ItrAppearance {
  /** `auto` follows the page's own `color-scheme`. Default: `auto`. */
  theme?: 'auto' | 'light' | 'dark' | undefined
  /** Values for tokens: `{ accent: '#0a5', radius: '4px' }`. */
  variables?: { readonly [token in ItrToken]?: string | undefined } | undefined
}

/** What the widget takes beside the options of `useItrJobStatus` and the attributes of its element. */
export interface ItrWidgetProps extends ItrLookProps, ItrFieldProps {
  /** The steps in order, if the host knows them. Only with a plan can the bar tell how far the job is. */
  steps?: readonly ItrPlannedStep[] | undefined
  /** The person asks again, in `timed-out` or `error`. */
  onRetry?: (() => void) | undefined
  /**
   * The person wants a new job: offered in `failed` and `error`, and only with this handler. Without it, give `messages` whose
   * `remedy.*` do not speak of starting again.
   */
  onRestart?: ((job?: ItrJob) => void) | undefined
  /** The person wants to upload documents instead: offered in `failed`, `error` and `timed-out`, and only with this handler. */
  onAlternative?: ((job?: ItrJob) => void) | undefined
  /** Linked once completed. Default: the job's own report, if the proxy lets it through. */
  reportHref?: string | undefined
  /** Adds what a support desk asks for: the failure or error code, the last update, the masked PAN. Default: false. */
  showDetails?: boolean | undefined
  /** BCP 47, for numbers and dates. Default: the nearest provider's, else the dictionary's. */
  locale?: string | undefined
  /** A dictionary, whole or in part; what it leaves out comes from the nearest provider's, then from English. */
  messages?: ItrPartialMessages | undefined
  appearance?: ItrAppearance | undefined
}

export interface ItrProgressProps
  extends
    ItrWidgetProps,
    Partial<ItrJobStatusOptions>,
    Omit<ComponentPropsWithoutRef<'div'>, keyof ItrWidgetProps | keyof ItrJobStatusOptions> {
  /** A result that the host already has; the widget then asks nothing itself, and the options of the hook have no effect. */
  result?: ItrJobStatusResult | undefined
}

/** What `ref` of `ItrProgress` gives: a field, as form libraries know them, and the root's element. */
export type ItrProgressHandle = ItrFieldHandle
