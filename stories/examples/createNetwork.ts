import type { Fault } from './faults.ts'

const answers: { readonly [fault in Fault]?: () => Response } = {
  unavailable: () => new Response('{}', { status: 503 }),
  busy: () => new Response('{}', { status: 429, headers: { 'Retry-After': '2' } }),
  garbage: () => new Response('<!doctype html><title>Please wait</title>'),
  signedOut: () => new Response('{}', { status: 401 }),
}

/** A network between a page and what answers it, of which one thing at a time may go wrong. */
export function createNetwork() {
  let fault: Fault = 'none'
  return {
    setFault(next: Fault) {
      fault = next
    },
    /** `ask`, as far as the fault of the moment lets it through. */
    through:
      (ask: typeof fetch): typeof fetch =>
      async (input, init) => {
        if (fault === 'broken') throw new TypeError('Failed to fetch')
        // The hook gives up by itself.
        if (fault === 'hangs') return new Promise(() => {})
        return answers[fault]?.() ?? ask(input, init)
      },
  }
}
