import type { ItrPhase } from 'itr-progress'
import type { Fault } from './Fault.ts'
import type { Observation } from './runFault.ts'
import type { TextName } from './texts.ts'

/** Returns the observation that the ten invariants demand. Comments name their numbers. */
export function getExpected({
  error,
  times = 1,
  received = 1,
  terminal,
  firstText = 'waiting',
  errorText = 'no usable response',
  textOnRetry = 'waiting',
}: Fault): Observation {
  const isPermanent = error?.kind === 'permanent'
  const live: ItrPhase[] = error || terminal ? ['connecting'] : ['connecting', 'processing']
  const texts = new Set<TextName>([firstText])
  if (!error && !terminal) texts.add('waiting')
  if (error && !isPermanent) texts.add('trying again')

  const end = (phase: ItrPhase, text: TextName, reached: string) => ({
    phases: [...live, phase],
    texts: [...texts, text],
    reached,
  })
  // 1: a terminal job ends polling at once. 6: a permanent error too, and three doubtful ones in a row. 4: otherwise the
  // deadline does.
  const lasting = terminal
    ? end(terminal.phase, terminal.text, 'after 1 poll')
    : isPermanent
      ? end('error', errorText, 'after 1 poll')
      : error?.kind === 'doubtful'
        ? end('error', errorText, 'after 3 polls')
        : end('timed-out', 'timed out', 'at the deadline')

  return {
    error,
    lasting,
    // 1, 6: one more poll finds the end. No request follows it, or a permanent error.
    passing:
      isPermanent || terminal
        ? { phases: lasting.phases, texts: lasting.texts, requests: 1, received }
        : {
            phases: [...live, 'completed'],
            texts: [...texts, 'completed'],
            requests: times + 1,
            received: times * received + 1,
          },
    // A new window, and a poll at once. A terminal job has no retry button.
    retrying: terminal
      ? { phases: [], texts: [], requests: 0 }
      : { phases: [live.at(-1)!, 'completed'], texts: [textOnRetry, 'completed'], requests: 1 },
    // 2
    earlyPolls: 0,
    leftovers: [],
  }
}
