// An ITR Analyzer on loopback in which every job is processing. Argument: its latency in ms.
import { createServer } from 'node:http'
import { setTimeout } from 'node:timers/promises'

const latency = Number(process.argv[2])

const rest = JSON.stringify({
  status: 'processing',
  doc_id: '66111f0e8a2b4c0012345678',
  current_step: 'download_profile',
  steps_completed: ['create_client'],
  steps_failed: [],
  error_message: null,
  pan: 'ABCDE1234F',
  created_at: '2026-04-07T11:24:14.383000',
  updated_at: '2026-04-07T11:24:20.262000',
  completed_at: null,
  pdf_report_url: null,
}).slice(1)

const server = createServer(async (request, response) => {
  let body = ''
  for await (const chunk of request) body += chunk
  if (latency > 0) await setTimeout(latency)
  const answer = `{"job_id":${JSON.stringify(JSON.parse(body).job_id)},${rest}`
  response.setHeader('Content-Type', 'application/json')
  response.setHeader('Content-Length', answer.length)
  response.end(answer)
})

server.listen(0, '127.0.0.1', () => {
  const address = /** @type {import('node:net').AddressInfo} */ (server.address())
  process.send?.({ baseUrl: `http://127.0.0.1:${address.port}/api/v1` })
})
