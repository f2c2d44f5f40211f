import { createItrStatusProxy } from 'itr-progress/proxy'
import { env } from '../../../../../lib/itr'

/** The proxy route of the test suite in test/runtimes, which has its own names for users and jobs. */
export const POST = createItrStatusProxy({
  apiKey: () => env('FINPASS_API_KEY'),
  apiSecret: () => env('FINPASS_API_SECRET'),
  upstreamTimeout: 2000,
  baseUrl: process.env.FINPASS_BASE_URL,
  allowedOrigins: ['https://app.example.com'],
  resolveJob: (handle, request) =>
    request.headers.get('Cookie') === 'user=asha' && handle.startsWith('handle-')
      ? handle.replace('handle-', 'itr_job_')
      : null,
  onEvent: (event, request) =>
    fetch(env('AUDIT_URL'), {
      method: 'POST',
      body: JSON.stringify({ ...event, requestId: request.headers.get('X-Request-Id') }),
    }),
})
