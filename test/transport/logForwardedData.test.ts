import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import completed from '../fixtures/enveloped-completed.json' with { type: 'json' }
import { fetchItrStatus } from '../../src/transport/fetchItrStatus.ts'

beforeEach(() => void vi.spyOn(console, 'warn').mockReturnValue())
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})

/** Requests a status from a proxy that sends this response. */
const poll = (payload: object) =>
  fetchItrStatus(
    {
      proxyUrl: '/',
      jobId: 'handle-1',
      credentials: 'same-origin',
      requestTimeout: 60_000,
      fetch: async () => Response.json(payload),
    },
    new AbortController().signal,
  )

const job = (fields: object) => ({ job_id: 'handle-1', status: 'processing', ...fields })

describe('logForwardedData', () => {
  it.each([
    ['an unmasked PAN', job({ pan: 'ABCDE1234F' })],
    ['an unmasked PAN', job({ steps_completed: ['profile_of_abcde1234f'] })],
    ['`doc_id`', job({ doc_id: 'itr_analyzer_7f' })],
    ['the envelope', { data: job({}) }],
    ['an unmasked PAN, the envelope', completed],
  ])('warns once of %s, without showing it', async (found, payload) => {
    await poll(payload)
    await poll(payload)
    expect(vi.mocked(console.warn).mock.calls).toEqual([
      [expect.stringMatching(RegExp(`has ${found} of the upstream\\..*docs/openapi\\.yaml\\.$`))],
    ])
    expect(String(vi.mocked(console.warn).mock.calls)).not.toMatch(/ABCDE|itr_analyzer/i)
  })

  it.each([
    ['a masked PAN', job({ pan: 'ABCDE****F' })],
    ['a job id that looks like a PAN', { job_id: 'ABCDE1234F', status: 'processing' }],
    [
      'a signature that contains five letters, four digits and a letter',
      job({ pdf_report_url: 'https://a.example/?s=0ABCDE1234F' }),
    ],
    ['a field called data', job({ data: { rows: 3 } })],
  ])('accepts %s', async (_, payload) => {
    await poll(payload)
    expect(console.warn).not.toHaveBeenCalled()
  })

  it('logs nothing in production', async () => {
    vi.stubEnv('NODE_ENV', 'production')
    await poll(completed)
    expect(console.warn).not.toHaveBeenCalled()
  })
})
