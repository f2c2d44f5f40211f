import { createItrStatusProxy } from '../../../src/proxy/index.node.ts'

// Polls an upstream again and again through the proxy, and prints how often it sent each result.
const [baseUrl, polls, parallel] = [process.argv[2]!, Number(process.argv[3]), Number(process.argv[4])]

const proxy = createItrStatusProxy({
  apiKey: 'key-5b1c9e',
  apiSecret: 'secret-77aa01',
  resolveJob: (handle) => handle,
  baseUrl,
  upstreamTimeout: 150,
  minUpstreamInterval: 0,
  // Nothing waits in the queue, however slow the machine is.
  maxUpstreamCalls: 1_000,
})

const counts: Record<string, number> = {}
let next = 0

async function work() {
  while (next < polls) {
    const body = JSON.stringify({ job_id: `job-${next++}` })
    const headers = { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin' }
    const response = await proxy(new Request('http://localhost/', { method: 'POST', headers, body }))
    const { error_code = 'status' } = (await response.json()) as { error_code?: string }
    counts[error_code] = (counts[error_code] ?? 0) + 1
  }
}

await Promise.all(Array.from({ length: parallel }, work))
console.log(JSON.stringify(counts))
