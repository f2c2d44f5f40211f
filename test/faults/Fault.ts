import type { ItrErrorCode, ItrErrorKind } from 'itr-progress'
import type { BrowserContext, Page } from 'playwright'
import type { Question, RawServer } from './host/startRawServer.ts'
import type { Saying } from './sayings.ts'

/** What a fault can lay its hands on. */
export interface Surroundings {
  page: Page
  context: BrowserContext
  /** Where the page comes from and, mostly, asks. */
  here: RawServer
  /** Another origin. */
  elsewhere: RawServer
}

export interface Fault {
  name: string
  /** How a check fails by it, as DESIGN.md says (section 4, invariant 6); null where it is an answer all the same. */
  error: { kind: ItrErrorKind; code: ItrErrorCode } | null
  /** What is read once it is the phase `error`. */
  refusal?: Saying
  /** What is read while it lasts, where that is not the usual. */
  meanwhile?: Saying
  /** How many checks it takes to show, where one is not enough. */
  times?: number
  /** The answer to the nth check, from 1. `there` is the other origin. */
  answer: (question: Question, nth: number, there: string) => void
  /** Where the page asks: default `here`. */
  asks?: 'elsewhere' | 'nowhere'
  /** `interval` and the window that is to run out, in ms, where the usual ones leave no time for what happens beside. */
  pace?: { min: number; max: number; timeout: number }
  /** For how long, at least, the next check is held off, in ms of the page's time. */
  holdsOff?: number
  /** How many times as fast as ours the page's time runs, and its settings are as long. */
  speed?: number
  /** How many requests reach a server for a check while it lasts, where that is not one. */
  heard?: number
  /** What else it takes for it to begin, */
  begins?: (surroundings: Surroundings) => Promise<unknown>
  /** to go on, from the first answer on (`lasts`: for longer than the window is open), */
  beside?: (surroundings: Surroundings, lasts: boolean) => Promise<unknown>
  /** and to end. */
  ends?: (surroundings: Surroundings) => Promise<unknown>
}
