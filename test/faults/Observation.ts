import type { ItrPhase } from 'itr-progress'
import type { Fault } from './Fault.ts'

/** One watch, from the mount until it is settled. */
interface Course {
  /** From the first to the one that it ends in. */
  phases: ItrPhase[]
  /** What the person reads, each the first time. */
  reads: string[]
}

/** What became of a fault. */
export interface Observation {
  /** The error of a check while the fault lasts. */
  error: Fault['error']
  /** The fault is over after a check or two. `requests` are those that the page sent, `heard` those that a server got. */
  passing: Course & { requests: number; heard: number }
  /** It is not. `reached`: by how many checks, or that it was with the one check that settled after the window closed. */
  lasting: Course & { reached: string }
  /** Then it is over, and the person asks again. */
  asksAgain: Course & { requests: number }
  /** Checks that left before they might: sooner than `interval.min`, or than `Retry-After` says, after the one before. */
  early: number
  /** What was left after the widget was gone, in the middle of the first check or at the end, or was thrown meanwhile. */
  left: string[]
}
