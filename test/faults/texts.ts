const live = 'Fetching your income tax returns'
const error = 'We could not check the status'

/** Heading and message of the widget, by the name in docs/faults.md. */
export const texts = {
  waiting: [live, 'This usually takes 30 to 90 seconds.'],
  'trying again': [
    live,
    'This usually takes 30 to 90 seconds. No response at the moment. We are trying again.',
  ],
  offline: [
    live,
    'This usually takes 30 to 90 seconds. You are offline. We will check again when you are back.',
  ],
  delayed: [live, 'This is taking longer than usual. You can keep filling in this form.'],
  completed: ['We have your income tax returns', ''],
  failed: [
    'We could not get your income tax returns',
    'We do not know why. Check your details before you start again.',
  ],
  'timed out': [
    'We have not heard back yet',
    'Nothing is lost. It may still finish. Check again in a moment.',
  ],
  'no usable response': [
    error,
    'We got no usable response. This does not mean that your returns could not be fetched.',
  ],
  'signed out': [
    error,
    'You may have been logged out. Log in, then check again. This does not mean that your returns could not be fetched.',
  ],
  'not found': [
    error,
    'This request could not be found. This does not mean that your returns could not be fetched.',
  ],
} as const

export type TextName = keyof typeof texts

/** Returns the name of a text; for an unknown text, the text. */
export const toTextName = ({ text: [heading, message] }: { text: readonly [string, string] }): string =>
  Object.entries(texts).find(([, known]) => known[0] === heading && known[1] === message)?.[0] ??
  `${heading}: ${message}`
