const refusal = { success: false, message: 'No.', error_code: 'INVALID_INPUT' }
const begun = (data: unknown) => ({ success: true, message: 'Submitted.', data })

/** What `/analyze` may say, and what the person is then told: that the details are wrong, or nothing about them. */
export const analyzeAnswers: [what: string, answer: () => Response, meaning: 'refused' | 'unavailable'][] = [
  // The vendor publishes no HTTP status for a refusal.
  ...[200, 400, 404, 409, 422].map((status): (typeof analyzeAnswers)[number] => [
    `a refusal with ${status}`,
    () => Response.json(refusal, { status }),
    'refused',
  ]),
  // Of our keys, our rate or their service.
  ...[401, 403, 429, 500, 502, 503].map((status): (typeof analyzeAnswers)[number] => [
    `a refusal with ${status}`,
    () => Response.json(refusal, { status }),
    'unavailable',
  ]),
  ['an empty job id', () => Response.json(begun({ job_id: '' })), 'unavailable'],
  ['a blank job id', () => Response.json(begun({ job_id: '  ' })), 'unavailable'],
  ['a job id that is no string', () => Response.json(begun({ job_id: 7 })), 'unavailable'],
  [
    'a job id that fits in no handle',
    () => Response.json(begun({ job_id: 'x'.repeat(4000) })),
    'unavailable',
  ],
  ['no job', () => Response.json(begun(null)), 'unavailable'],
  ['a job without success', () => Response.json({ data: { job_id: 'itr_job_1' } }), 'unavailable'],
  ['nothing', () => new Response('null'), 'unavailable'],
  ['a page', () => new Response('<!doctype html>', { status: 400 }), 'unavailable'],
]
