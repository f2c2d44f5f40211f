// Measures the heap of a proxy that gets one handle after the other, each a different one. Argument: the number of handles.

// By its path: bench/ is a separate package.
const { createItrStatusProxy } = /** @type {typeof import('itr-progress/proxy')} */ (
  await import(new URL('../../../dist/proxy/index.js', import.meta.url).href)
)

const count = Number(process.argv[2])

// One ms passes between two handles, so that responses expire and also exceed the limit of the memory.
let now = Date.now()
Date.now = () => now

const proxy = createItrStatusProxy({
  apiKey: 'key',
  apiSecret: 'secret',
  // Of ten handles one is denied, the call of one fails, two jobs are terminal and six are processing.
  resolveJob: (handle) => (handle.endsWith('0') ? null : handle),
  upstream: async (jobId) =>
    jobId.endsWith('1')
      ? toAnswer(503, '')
      : toAnswer(200, `{"job_id":"${jobId}","status":"${/[23]$/.test(jobId) ? 'completed' : 'processing'}"}`),
  onEvent: () => {},
})

const encoder = new TextEncoder()
const NO_HEADERS = new Headers()

/** The part of a Response that the proxy reads. Creating a real one takes longer than the proxy needs for it. */
function toAnswer(/** @type {number} */ status, /** @type {string} */ text) {
  const chunks = [{ done: true }, { done: false, value: encoder.encode(text) }]
  const body = { getReader: () => ({ read: async () => chunks.pop() }), cancel: async () => {} }
  return /** @type {Response} */ (
    /** @type {unknown} */ ({ status, headers: NO_HEADERS, redirected: false, body })
  )
}

const HEADERS = { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin' }
const url = 'http://127.0.0.1/status'
const toRequest = (/** @type {string} */ handle) =>
  new Request(url, { method: 'POST', headers: HEADERS, body: JSON.stringify({ job_id: handle }) })
const someRequest = toRequest('some')

/** Polls with one handle in eleven like a browser, and with the others by `getJob`, which is faster. */
async function ask(/** @type {number} */ number) {
  const handle = `itr_job_${number}`
  now++
  if (number % 11 === 0) await (await proxy(toRequest(handle))).text()
  else await proxy.getJob(handle, someRequest).catch(() => {})
}

/** Number of handles at the same time. */
const AT_ONCE = 50

/**
 * @param {number} from
 * @param {number} to
 */
async function askAbout(from, to) {
  for (let first = from; first < to; first += AT_ONCE) {
    const length = Math.min(AT_ONCE, to - first)
    await Promise.all(Array.from({ length }, (_, offset) => ask(first + offset)))
    await new Promise((resolve) => setImmediate(resolve))
  }
}

async function heap() {
  for (let turn = 0; turn < 5; turn++) {
    await new Promise((resolve) => setTimeout(resolve, 10))
    globalThis.gc?.()
  }
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

const points = []
let asked = 0
for (const share of [0, 0.1, 0.2, 0.5, 1]) {
  const total = Math.round(share * count)
  await askAbout(asked, total)
  asked = total
  points.push({ handles: asked, bytes: await heap() })
}
process.send?.(points)
