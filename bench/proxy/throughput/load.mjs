// Sends requests over keep-alive connections, each as soon as the response before has arrived. It uses plain sockets: a slow
// client would hide the cost of the server.
import { connect } from 'node:net'
import { performance } from 'node:perf_hooks'

const CONNECTIONS = 32

/**
 * @typedef {object} Round
 * @property {number} port
 * @property {number} duration ms
 * @property {number} watchers number of requests for each job
 *
 * @typedef {object} RoundResult
 * @property {number} requests
 * @property {number} perSecond
 * @property {number} p99 ms
 */

/** Jobs that are polled at the same time if watchers share them. */
const JOBS_AT_A_TIME = 50

let asked = 0

/** @param {number} watchers */
function nextJob(watchers) {
  const question = asked++
  if (watchers === 1) return question
  return Math.floor(question / (JOBS_AT_A_TIME * watchers)) * JOBS_AT_A_TIME + (question % JOBS_AT_A_TIME)
}

/** @param {number} port @param {number} job */
function toRequest(port, job) {
  const body = JSON.stringify({ job_id: `itr_f2aecbf3-4b37-4d76-b779-${String(job).padStart(12, '0')}` })
  return `POST /api/itr/status HTTP/1.1\r
Host: 127.0.0.1:${port}\r
Origin: http://127.0.0.1:${port}\r
Sec-Fetch-Site: same-origin\r
User-Agent: Mozilla/5.0\r
Accept: application/json\r
Cookie: session=0123456789abcdef0123456789abcdef\r
Content-Type: application/json\r
Content-Length: ${body.length}\r
\r
${body}`
}

/** Whether an HTTP/1.1 response (ASCII only) is complete. @param {string} answer */
function isWhole(answer) {
  const end = answer.indexOf('\r\n\r\n')
  if (end < 0) return false
  const length = /content-length: (\d+)/i.exec(answer)?.[1]
  return length ? answer.length >= end + 4 + Number(length) : answer.endsWith('\r\n0\r\n\r\n')
}

/** @param {Round} round @returns {Promise<RoundResult>} */
async function ask({ port, duration, watchers }) {
  /** @type {number[]} */
  const latencies = []
  const startedAt = performance.now()

  const connection = () =>
    new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1').setNoDelay().setEncoding('latin1')
      let answer = ''
      let sentAt = 0
      const send = () => {
        answer = ''
        sentAt = performance.now()
        socket.write(toRequest(port, nextJob(watchers)))
      }
      socket.on('connect', send)
      socket.on('data', (chunk) => {
        answer += chunk
        if (!isWhole(answer)) return
        if (!answer.startsWith('HTTP/1.1 200')) return reject(new Error(`Not a 200: ${answer}`))
        const now = performance.now()
        latencies.push(now - sentAt)
        if (now - startedAt < duration) return send()
        socket.destroy()
        resolve(undefined)
      })
      socket.on('error', reject)
    })

  await Promise.all(Array.from({ length: CONNECTIONS }, connection))
  const seconds = (performance.now() - startedAt) / 1000
  latencies.sort((a, b) => a - b)
  return {
    requests: latencies.length,
    perSecond: latencies.length / seconds,
    p99: latencies[Math.floor(latencies.length * 0.99)] ?? NaN,
  }
}

process.on('message', async (round) => process.send?.(await ask(/** @type {Round} */ (round))))
process.send?.('ready')
