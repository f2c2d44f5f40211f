import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  createProxy,
  createRequest,
  failOnLogsAndRejections,
  HANDLE,
  JOB_ID,
  KEY,
  readResponse,
  SECRET,
} from './createProxy.ts'

failOnLogsAndRejections()

/** Only `doc_id` tells the proxy that this is not the name of a step: it has no six digits in a row. */
const DOC_ID = '66a11f0e8a2b4c00d2345e78'

const fullWidth = (text: string) =>
  text.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))

/** Texts that must not leave the server, in each spelling. */
const canaries = [
  'ABCDE1234F',
  'ABCDE 1234 F',
  'ABCDE_1234_F',
  'ABCDE-1234-F',
  'ABC.DE1_23-4F',
  JOB_ID,
  JOB_ID.replaceAll('-', '_'),
  JOB_ID.replaceAll(/[_-]/g, ''),
  DOC_ID,
  KEY,
  KEY.replace('-', '_'),
  SECRET,
  SECRET.replace('-', '.'),
  'asha@canary.example',
  'https://canary.example/report.pdf?key=1',
  'The canary is wrong.',
].flatMap((text) => [text, text.toLowerCase(), text.toUpperCase(), fullWidth(text)])

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')
const plainCanaries = new Set(canaries.map(plain))

const canary = fc
  .tuple(fc.constantFrom('', ' ', 'step_', 'of-'), fc.constantFrom(...canaries), fc.constantFrom('', '.pdf'))
  .map((parts) => parts.join(''))
const value = fc.oneof(canary, fc.array(canary), fc.dictionary(canary, canary))

const FIELD_NAMES =
  'current_step steps_completed steps_failed error_message failure_code pan reference created_at updated_at completed_at ' +
  'pdf_report_url message error_code extra'
const otherFields = Object.fromEntries(FIELD_NAMES.split(' ').map((name) => [name, value]))
const fields = fc.record({
  job_id: fc.constant(JOB_ID),
  status: fc.oneof(fc.constantFrom('processing', 'completed', 'failed'), canary),
  doc_id: fc.constantFrom(DOC_ID, DOC_ID.toUpperCase()),
  ...otherFields,
})
const body = fc.oneof(
  fields,
  fc.record({ success: fc.constantFrom<unknown>(true, false, 'canary'), data: fields, message: value }),
  fc.record({
    data: fc.oneof(value, fields),
    ...otherFields,
  }),
)
const outcome = fc.oneof(fc.constant(200), fc.constantFrom(400, 401, 404, 429, 500, 'a throw' as const))

describe('itrStatusProxy with canaries in each upstream field', () => {
  it('sends no canary in a body, a header, an event, the cache or the result of getJob', async () => {
    let statuses = 0
    await fc.assert(
      fc.asyncProperty(body, outcome, canary, async (body, outcome, text) => {
        const cached: string[] = []
        const { proxy, events } = createProxy({
          upstream: () => {
            if (outcome === 'a throw') throw new Error(text)
            const headers = { 'X-Canary': encodeURI(text), 'Retry-After': encodeURI(text) }
            return Response.json(body, { status: outcome, headers })
          },
          cache: { get: () => undefined, set: (key, value) => void cached.push(key, value) },
        })
        const response = await readResponse(await proxy(createRequest()))
        const job = await proxy.getJob(HANDLE, createRequest()).catch((error: Error) => error.message)
        if (response.status === 200) statuses++
        // Each string alone: two harmless ones side by side could look like a canary.
        const sent = JSON.stringify([response, job, events, cached.map((text) => text.split('"'))])
        for (const [text] of sent.matchAll(/"[^"]*"/g)) {
          const found = [...plainCanaries].filter((canary) => plain(text).includes(canary))
          expect({ text, found }).toEqual({ text, found: [] })
        }
      }),
    )
    expect(statuses).toBeGreaterThan(0)
  })
})
