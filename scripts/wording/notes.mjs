/**
 * Context for translators, by the key of a message or of its group.
 *
 * @type {Readonly<Record<string, string>>}
 */
const notes = {
  lang: 'The language tag (BCP 47). Leave it.',
  dir: 'ltr where the language is written from left to right, rtl where from right to left.',
  reviewed: 'yes once a native speaker has read all of these in the widget, else no.',
  sentence:
    '{text} is a heading. It is read aloud as a sentence, so add what ends one in your language: a full stop, a danda.',
  currentStep:
    '{number} is the number of the current step, {step} its text from “stepInProgress”. Screen readers read it. Use the word order of your language.',
  currentPlannedStep:
    'As “currentStep”, when the number of steps is known: {total}. The same words as in “timing.step”.',
  reference:
    '{reference} is a code such as 7F3K-9Q2M that the person reads out to support. Where the script runs from right to left it is enclosed in the invisible marks U+2066 and U+2069: keep them.',
  required: 'Beside a form that cannot be sent yet.',
  heading: 'The heading: a few words, no full stop.',
  body: 'Below the heading: one or two short sentences.',
  'body.usual': '{from} and {to} are numbers of seconds, 30 and 90, in the digits of your language.',
  hint: 'Below the rest while there is no connection. It should not alarm.',
  'hint.ok': 'Screen readers read it once the connection is back.',
  timing: 'One line below the bar, without a full stop. {time} is a time such as 10:41 AM.',
  'timing.step': '{number} is the number of the current step, {total} the number of steps.',
  'timing.elapsed':
    '{duration} is the time since the start, such as 40 seconds. {time} is the time of the last response. It must be correct with any number and unit.',
  'timing.prompt': '{time} is when the wait ends, and the person chooses what to do.',
  stillWorking: 'Screen readers read it once a minute during a long wait.',
  reason: 'What happened. Below the heading, and followed by the “remedy” of the same name.',
  remedy:
    'What the person can do. It follows the “reason” of the same name, so “it” and “both” mean what stands there.',
  'remedy.second_factor_required':
    'e-Filing Vault is the portal’s own name for an extra lock, and stays in English. It follows the “reason” of the same name.',
  error: 'The reason why there is no status. Below the heading, and followed by “body.error”.',
  step: 'The name of a step, in a list. At most about 30 characters. Names of forms stay as they are: ITR-V, AIS, TIS, 26AS.',
  stepInProgress:
    'The step while it is in progress. It replaces {step} in “currentStep”. It may be the same text as the “step” of the same name.',
  state: 'The state of a step, read aloud after its name. One to three words.',
  action: 'A button or a link. At most about 30 characters, in the polite form.',
  'action.alternative': 'A button: the person sends the documents instead of waiting for the portal.',
  'action.portal': 'A link to the website on which the person can unlock the account or register the PAN.',
  details: 'The label of a line for the support desk.',
}

/**
 * Returns the note on a message.
 *
 * @param {string} key such as `heading.failed`
 * @returns {string | undefined}
 */
export const noteOn = (key) => notes[key] ?? notes[key.split('.', 1)[0] ?? '']
