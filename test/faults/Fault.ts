import type { ItrErrorCode, ItrErrorKind } from 'itr-progress'
import type { BrowserContext, Page } from 'playwright'
import type { RawRequest, RawServer } from '../rawServer/startRawServer.ts'
import type { TextName } from './texts.ts'

export interface Environment {
  page: Page
  context: BrowserContext
  /** Serves the page and, by default, the status. */
  sameOrigin: RawServer
  otherOrigin: RawServer
}

/** Responds to a poll. `nth` counts the polls from 1. `otherOrigin` is the URL of the other server. */
export type Respond = (request: RawRequest, nth: number, otherOrigin: string) => void

export interface Fault {
  name: string
  /** Error of each poll (invariant 6 of test/model); null if the widget gets a job all the same. */
  error: { kind: ItrErrorKind; code: ItrErrorCode } | null
  respond: Respond
  /** The response is a terminal job, so no request follows. */
  terminal?: { phase: 'completed' | 'failed'; text: TextName }
  /** Text before the first response. Default: `waiting`. */
  firstText?: TextName
  /** Text in the phase `error`. Default: `no usable response`. */
  errorText?: TextName
  /** Text between "Check again" and the response. Default: `waiting`. */
  textOnRetry?: TextName
  /** Number of polls that a passing fault needs. Default: 1. */
  times?: number
  /** Default: `sameOrigin`. */
  proxy?: 'otherOrigin' | 'unknownHost'
  /** `interval` and `timeout` in ms, if the default is too short for `during`. */
  pace?: { min: number; max: number; timeout: number }
  /** Shortest wait before the next poll, in ms of the page's clock. */
  holdsOff?: number
  /** Factor by which the clock of the page runs faster. The options are multiplied by it too. */
  speed?: number
  /** Number of requests per poll that reach a server. Default: 1. */
  received?: number
  /** `lasts`, here and below: the fault lasts longer than the timeout. */
  begin?: (environment: Environment, lasts: boolean) => Promise<unknown>
  /** Runs after the first response. */
  during?: (environment: Environment, lasts: boolean) => Promise<unknown>
  end?: (environment: Environment) => Promise<unknown>
}
