import type { http } from 'msw'

type MswHttp = typeof http

// msw is an optional peer: what needs none of it must work without. The `try` tells bundlers that it may be
// missing.
let found: MswHttp | undefined
let reason: unknown
try {
  found = (await import('msw')).http
} catch (error) {
  reason = error
}

/** msw's `http`, for `caller`; where msw could not be imported, an error that says so and why. */
export function mswHttp(caller: string): MswHttp {
  if (!found) throw new Error(`${caller} needs msw 2 or later: npm install --save-dev msw`, { cause: reason })
  return found
}
