import type { Fault } from './faults.ts'

const responses: { readonly [fault in Fault]?: () => Response } = {
  unavailable: () => new Response('{}', { status: 503 }),
  busy: () => new Response('{}', { status: 429, headers: { 'Retry-After': '2' } }),
  garbage: () => new Response('<!doctype html><title>Please wait</title>'),
  signedOut: () => new Response('{}', { status: 401 }),
}

/** Returns a network that can have one fault at a time. */
export function createNetwork() {
  let fault: Fault = 'none'
  return {
    setFault(next: Fault) {
      fault = next
    },
    /** Wraps a `fetch` so that the current fault affects it. */
    through:
      (innerFetch: typeof fetch): typeof fetch =>
      async (input, init) => {
        if (fault === 'broken') throw new TypeError('Failed to fetch')
        // The hook aborts by its own timeout.
        if (fault === 'hangs') return new Promise(() => {})
        return responses[fault]?.() ?? innerFetch(input, init)
      },
  }
}
