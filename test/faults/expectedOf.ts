import type { ItrPhase } from 'itr-progress'
import type { Fault } from './Fault.ts'
import type { Observation } from './Observation.ts'
import type { Saying } from './sayings.ts'

/** What must become of a fault, by DESIGN.md, section 4: the invariants' numbers stand beside what they say. */
export function expectedOf({
  error,
  times = 1,
  heard = 1,
  refusal = 'no usable answer',
  meanwhile,
}: Fault): Observation {
  const isPermanent = error?.kind === 'permanent'
  /** Where an answer comes at all. */
  const known: ItrPhase[] = error ? [] : ['processing']
  const underway: Saying[] =
    isPermanent || !(meanwhile ?? error) ? ['waiting'] : ['waiting', meanwhile ?? 'trying again']
  const giveUp = (phase: ItrPhase, reads: Saying, reached: string) => ({
    phases: ['connecting', ...known, phase] as ItrPhase[],
    reads: [...underway, reads],
    reached,
  })

  // 6: an error of the permanent kind at once, three doubtful ones in a row; 4: else the window closes.
  const lasting = isPermanent
    ? giveUp('error', refusal, 'after 1 check')
    : error?.kind === 'doubtful'
      ? giveUp('error', refusal, 'after 3 checks')
      : giveUp('timed-out', 'no word yet', 'at the deadline')
  const { reached: _, ...given } = lasting
  return {
    error,
    lasting,
    // 1, 6: one more check finds the end, and nobody asks after it; nor after a permanent error, until somebody wants to.
    passing: isPermanent
      ? { ...given, requests: 1, heard }
      : {
          phases: ['connecting', ...known, 'completed'],
          reads: [...underway, 'verified'],
          requests: times + 1,
          heard: times * heard + 1,
        },
    // Section 4: a new window, and a check at once.
    asksAgain: {
      phases: [known[0] ?? 'connecting', 'completed'],
      reads: ['waiting', 'verified'],
      requests: 1,
    },
    // 2
    early: 0,
    left: [],
  }
}
