import type { ComponentPropsWithoutRef } from 'react'
import type { ItrFieldHandle, ItrFieldProps } from '../../form/types.ts'
import type { ItrJobStatusResult } from '../../polling/ItrJobStatusResult.ts'
import type { ItrJobStatusOptions } from '../../react/resolveOptions.ts'
import type { ItrActionOptions } from '../../view/getAvailableActions.ts'
import type { ItrPlannedStep } from '../../view/getSteps.ts'
import type { ItrLanguageOptions } from '../../view/useItrView.ts'
import type { ItrLookProps } from '../parts/usePart.tsx'
import type { ItrAppearance } from './appearance.ts'

/** The props of `ItrProgress` that are neither options of `useItrJobStatus` nor attributes of its element. */
export interface ItrWidgetProps extends ItrActionOptions, ItrLanguageOptions, ItrFieldProps {
  /** The steps in order, if the host knows them. The bar shows progress only with a plan. Default: none. */
  steps?: readonly ItrPlannedStep[] | undefined
  /** Adds a list for a support desk: failure or error code, last update, masked PAN. Default: false. */
  showDetails?: boolean | undefined
  /** Theme and tokens. Default: the stylesheet's. */
  appearance?: ItrAppearance | undefined
}

/** All props of `ItrProgress` except the source of its result, for components that wrap it. */
export interface ItrProgressBaseProps
  extends
    ItrWidgetProps,
    ItrLookProps,
    Omit<
      ComponentPropsWithoutRef<'div'>,
      keyof ItrWidgetProps | keyof ItrLookProps | keyof ItrJobStatusOptions
    > {}

interface HookProps extends ItrJobStatusOptions {
  result?: undefined
}

type ResultProps = {
  /** A result that the host already has. The component then sends no request. Default: the component polls. */
  result: ItrJobStatusResult
} & { [option in keyof ItrJobStatusOptions]?: undefined }

/** Either the options of `useItrJobStatus` or a `result`; both together are a type error. */
export type ItrProgressProps = ItrProgressBaseProps & (HookProps | ResultProps)

/** The `ref` of `ItrProgress`: a form field as form libraries know it, and the root's element. */
export type ItrProgressHandle = ItrFieldHandle
