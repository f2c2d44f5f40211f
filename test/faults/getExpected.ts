import type { ItrPhase } from 'itr-progress'
import type { Fault } from './Fault.ts'
import type { Observation } from './runFault.ts'
import type { TextName } from './texts.ts'

/** Returns the observation that DESIGN.md demands. Numbers in comments are those of its invariants. */
export function getExpected({
  error,
  times = 1,
  received = 1,
  errorText = 'no usable answer',
  textOnRetry = 'waiting',
}: Fault): Observation {
  const isPermanent = error?.kind === 'permanent'
  const live: ItrPhase[] = error ? ['connecting'] : ['connecting', 'processing']
  const texts: TextName[] = error && !isPermanent ? ['waiting', 'trying again'] : ['waiting']

  const giveUp = (phase: ItrPhase, text: TextName, reached: string) => ({
    phases: [...live, phase],
    texts: [...texts, text],
    reached,
  })
  // 6: a permanent error ends polling at once, three doubtful ones in a row too. 4: otherwise the deadline does.
  const lasting = isPermanent
    ? giveUp('error', errorText, 'after 1 poll')
    : error?.kind === 'doubtful'
      ? giveUp('error', errorText, 'after 3 polls')
      : giveUp('timed-out', 'no word yet', 'at the deadline')

  return {
    error,
    lasting,
    // 1, 6: one more poll finds the end. No request follows it, or a permanent error.
    passing: isPermanent
      ? { phases: lasting.phases, texts: lasting.texts, requests: 1, received }
      : {
          phases: [...live, 'completed'],
          texts: [...texts, 'verified'],
          requests: times + 1,
          received: times * received + 1,
        },
    // A new window, and a poll at once.
    retrying: { phases: [live.at(-1)!, 'completed'], texts: [textOnRetry, 'verified'], requests: 1 },
    // 2
    earlyPolls: 0,
    leftovers: [],
  }
}
