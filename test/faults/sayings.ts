import type { Sight } from './host/recordPage.ts'

export type Saying = keyof typeof sayings

const watching = 'Verifying your income tax return'
const unchecked = 'We could not check the status'

/** What a person may read in the widget, heading and message, by the name that docs/faults.md gives it. */
export const sayings = {
  waiting: [watching, 'This usually takes 30 to 90 seconds.'],
  'trying again': [watching, 'This usually takes 30 to 90 seconds. No answer just now. Trying again.'],
  offline: [
    watching,
    'This usually takes 30 to 90 seconds. You are offline. We will check again when you are back.',
  ],
  verified: ['Your income tax return is verified', ''],
  'no word yet': [
    'We have not heard back yet',
    'Nothing is lost. It may still finish. Check again in a moment.',
  ],
  'no usable answer': [
    unchecked,
    'We got no usable answer. This does not mean that the verification failed.',
  ],
  'signed out': [
    unchecked,
    'You may have been signed out. Sign in, then check again. This does not mean that the verification failed.',
  ],
  'not found': [
    unchecked,
    'This verification could not be found. This does not mean that the verification failed.',
  ],
} as const

/** Text that is none of them stands for itself. */
export const nameSaying = ([heading, message]: Sight['reads']): string =>
  Object.entries(sayings).find(([, words]) => words[0] === heading && words[1] === message)?.[0] ??
  `${heading}: ${message}`
