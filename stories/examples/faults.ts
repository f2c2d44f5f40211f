/** What may go wrong between the page and the job. */
export const faults = {
  none: 'All is well',
  offline: 'The page is offline',
  broken: 'Requests break off',
  hangs: 'Requests hang',
  unavailable: 'The server is unavailable (503)',
  busy: 'The server is too busy (429, wait 2 s)',
  garbage: 'Answers make no sense',
  signedOut: 'The session has ended (401)',
}

export type Fault = keyof typeof faults
