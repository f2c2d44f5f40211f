export type Saying = keyof typeof sayings

/** What a person may read in the widget, heading and message, by the name that the matrix gives it. */
export const sayings = {
  waiting: 'Verifying your income tax return This usually takes 30 to 90 seconds.',
  'trying again':
    'Verifying your income tax return This usually takes 30 to 90 seconds. No answer just now. Trying again.',
  offline:
    'Verifying your income tax return This usually takes 30 to 90 seconds. You are offline. We will check again when you are back.',
  verified: 'Your income tax return is verified',
  'no word yet':
    'We have not heard back yet Nothing is lost. It may still finish. Check again in a moment.',
  'no usable answer':
    'We could not check the status We got no usable answer. This does not mean that the verification failed.',
  'signed out':
    'We could not check the status You may have been signed out. Sign in, then check again. This does not mean that the verification failed.',
  'not found':
    'We could not check the status This verification could not be found. This does not mean that the verification failed.',
} as const

const names = new Map(Object.entries(sayings).map(([name, text]) => [text as string, name]))

/** Text that is none of them stands for itself. */
export const nameSaying = (text: string) => names.get(text) ?? text
