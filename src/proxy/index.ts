import { createFetchUpstream } from './createFetchUpstream.ts'
import { withDefaultUpstream } from './createItrStatusProxy.ts'

/** The proxy of runtimes other than Node. Its default upstream uses `fetch`. */
export const createItrStatusProxy = withDefaultUpstream(createFetchUpstream())
export { createItrJobHandles } from './createItrJobHandles.ts'
export type { ItrJobHandles, ItrJobHandlesOptions } from './createItrJobHandles.ts'
export type { ItrStatusProxy } from './createItrStatusProxy.ts'
export type { ItrProxyErrorCode } from './errors.ts'
export type { ItrProxyEvent, ItrSecret, ItrStatusCache, ItrStatusProxyOptions, ItrUpstream } from './types.ts'
export type { ItrJob, ItrJobStatus } from '../contract/ItrJob.ts'
export type { ItrFailureCode } from '../contract/classifyItrFailure.ts'
export type { ItrStatusError } from '../contract/ItrStatusError.ts'
