import type { ItrPhase } from 'itr-progress'

/** Every phase that there is: one that is left out or added does not compile. */
const all: Readonly<Record<ItrPhase, true>> = {
  idle: true,
  connecting: true,
  initiated: true,
  processing: true,
  completed: true,
  failed: true,
  'timed-out': true,
  error: true,
}

export const phases = Object.keys(all) as ItrPhase[]
