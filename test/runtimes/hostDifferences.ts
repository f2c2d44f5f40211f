import type { HostDifferences } from './StatusHost.ts'

const overNode: HostDifferences = {
  // HTTP/1.1's own.
  ownHeaders: ['connection', 'content-length', 'date', 'keep-alive', 'transfer-encoding'],
  ownVary: [],
  ownMethods: {},
  readsHost: true,
  seesLeaving: true,
}

/** Everything in which one host is not like another, and why. */
export const hostDifferences = {
  function: {
    ownHeaders: [],
    ownVary: [],
    // `new Request` refuses it.
    ownMethods: { TRACE: null },
    readsHost: true,
    seesLeaving: true,
  },
  hono: overNode,
  nodeHttp: overNode,
  express: {
    ...overNode,
    // Until `app.disable('x-powered-by')`.
    ownHeaders: [...overNode.ownHeaders, 'x-powered-by'],
  },
  workerd: {
    ...overNode,
    // Only with the flag `enable_request_signal`. Then the answer ends as the caller leaves, and what `waitUntil` is given
    // must outlive it.
    seesLeaving: false,
  },
  next: {
    ...overNode,
    // Those by which it tells its own pages from their data, and compression, which it does itself.
    ownVary: [
      'rsc',
      'next-router-state-tree',
      'next-router-prefetch',
      'next-router-segment-prefetch',
      'Accept-Encoding',
    ],
    // A route file answers the methods that it exports. Next.js does the rest, without an error_code, and names no
    // method in Allow but to OPTIONS.
    ownMethods: { GET: 405, HEAD: 405, PUT: 405, PATCH: 405, DELETE: 405, OPTIONS: 204, TRACE: 500 },
    // `request.url` has the address that `next start` listens on, whatever the Host or X-Forwarded headers say. So the public
    // origin must be listed for browsers without Sec-Fetch-Site, with or without TLS.
    readsHost: false,
  },
} satisfies Record<string, HostDifferences>
