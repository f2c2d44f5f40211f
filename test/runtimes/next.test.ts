import { startApp } from '../consumers/startApp.ts'
import { KEY, SECRET } from './createRoutes.ts'
import { describeStatusProxy } from './describeStatusProxy.ts'

describeStatusProxy(
  'Next.js',
  async ({ baseUrl, auditUrl }) => {
    const { origin, stop } = await startApp('nextjs', {
      FINPASS_API_KEY: KEY,
      FINPASS_API_SECRET: SECRET,
      FINPASS_BASE_URL: baseUrl,
      AUDIT_URL: auditUrl,
    })
    // Routes for these tests, beside those of the app.
    return { origin, basePath: '/conformance', stop }
  },
  {
    // Next.js compresses, and distinguishes pages from their data.
    ownVary: [
      'rsc',
      'next-router-state-tree',
      'next-router-prefetch',
      'next-router-segment-prefetch',
      'Accept-Encoding',
    ],
    // A route file exports the methods that it responds to. Next.js responds to the others.
    ownMethods: { GET: 405, HEAD: 405, PUT: 405, PATCH: 405, DELETE: 405, OPTIONS: 204, TRACE: 500 },
    // `request.url` has the address that `next start` listens on. So browsers without Sec-Fetch-Site need the public
    // origin in `allowedOrigins`.
    ignoresHostHeader: true,
  },
)
