import * as z from 'zod/mini'

// A malformed optional field counts as missing, so that it does not reject the whole response.
const text = z.catch(z.string(), '')

// An array of strings. Its items are not checked here: building an error for each takes a second for a hostile 256 KB.
const stepIds = z.catch(z.unknown(), [])

/**
 * Fields of a status response, in the flat shape or in the `data` of the enveloped one (vendor doc). `''` and null mean that
 * there is no value. The internal `doc_id` is never read.
 */
export const itrStatusSchema = z.object({
  job_id: z.string(),
  status: z.string(),
  current_step: text,
  steps_completed: stepIds,
  steps_failed: stepIds,
  error_message: text,
  pan: text,
  created_at: text,
  updated_at: text,
  completed_at: text,
  pdf_report_url: text,
  // The package's proxy sends these two, the vendor does not.
  failure_code: text,
  reference: text,
})
