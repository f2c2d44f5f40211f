/** Faults between the page and the proxy, with their names in the controls. */
export const faults = {
  none: 'No fault',
  offline: 'The page is offline',
  broken: 'Requests break off',
  hangs: 'Requests hang',
  unavailable: 'Server unavailable (503)',
  busy: 'Too many requests (429, wait 2 s)',
  garbage: 'Unusable responses',
  signedOut: 'Logged out (401)',
}

export type Fault = keyof typeof faults
