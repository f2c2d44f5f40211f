import { useQuery } from '@tanstack/react-query'
import * as z from 'zod/mini'

const text = z.nullish(z.string())
const time = z.nullish(z.iso.datetime({ local: true, offset: true }))
const steps = z.array(z.string())

/** All fields of the published response. */
const Job = z.object({
  job_id: z.string().check(z.minLength(1)),
  status: z.enum(['initiated', 'processing', 'completed', 'failed']),
  current_step: text,
  steps_completed: z.nullish(steps),
  steps_failed: z.nullish(steps),
  error_message: text,
  failure_code: text,
  pan: text,
  created_at: time,
  updated_at: time,
  completed_at: time,
  pdf_report_url: z.nullish(z.url({ protocol: /^https$/ })),
})

const Payload = z.union([
  Job,
  z.pipe(
    z.object({ success: z.literal(true), data: Job }),
    z.transform(({ data }) => data),
  ),
])

/** The twenty lines with all fields of the response, in both published shapes. */
export const useWholeJobStatus = (jobId: string) =>
  useQuery({
    queryKey: ['job-status', jobId],
    queryFn: async ({ signal }) => {
      const headers = { 'Content-Type': 'application/json' }
      const body = JSON.stringify({ job_id: jobId })
      const response = await fetch('/api/itr/status', { method: 'POST', headers, body, signal })
      if (!response.ok) throw new Error(`The status route responded with ${response.status}.`)
      return Payload.parse(await response.json())
    },
    refetchInterval: ({ state }) => (/completed|failed/.test(state.data?.status ?? '') ? false : 5000),
  })
