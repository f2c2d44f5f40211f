import type { ComponentType } from 'react'
import { ItrProgress, type ItrJobStatusResult, type ItrProgressBaseProps } from '../src/index.ts'

/** `ItrProgress` with a `result`. Storybook's types do not support a union of props. */
export const ResultWidget = ItrProgress as ComponentType<
  ItrProgressBaseProps & { result?: ItrJobStatusResult }
>
