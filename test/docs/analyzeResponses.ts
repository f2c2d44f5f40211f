type Row = [response: string, create: () => Response, meaning: 'rejected' | 'unavailable']

const rejectionAs =
  (meaning: Row[2]) =>
  (status: number): Row => [
    `a rejection with ${status}`,
    () => Response.json({ success: false, message: 'No.', error_code: 'INVALID_INPUT' }, { status }),
    meaning,
  ]
const accepted = (data: unknown) => () => Response.json({ success: true, message: 'Submitted.', data })

/** Responses of /analyze, and what the person must read: that the details are wrong, or that the service is unavailable. */
export const analyzeResponses: Row[] = [
  // The vendor publishes no HTTP status for a rejection.
  ...[200, 400, 404, 409, 422].map(rejectionAs('rejected')),
  // These are about our keys, our rate or their service.
  ...[401, 403, 429, 500, 502, 503].map(rejectionAs('unavailable')),
  ['an empty job id', accepted({ job_id: '' }), 'unavailable'],
  ['a blank job id', accepted({ job_id: '  ' }), 'unavailable'],
  ['a job id that is a number', accepted({ job_id: 7 }), 'unavailable'],
  ['a job id that is too long for a handle', accepted({ job_id: 'x'.repeat(4000) }), 'unavailable'],
  ['no job', accepted(null), 'unavailable'],
  ['a job without success', () => Response.json({ data: { job_id: 'itr_job_1' } }), 'unavailable'],
  ['null', () => new Response('null'), 'unavailable'],
  ['HTML', () => new Response('<!doctype html>', { status: 400 }), 'unavailable'],
]
