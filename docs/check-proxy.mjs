// Checks a status route in any language from outside. It sends requests as a browser does, and as an attacker does.
// Usage: node check-proxy.mjs <url> --handle=<handle> [--cookie='session=…'] [more flags]. With `=`, a value may begin with `-`.
// Each flag is explained below.
import assert from 'node:assert/strict'
import { parseArgs } from 'node:util'

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    // Handle of a job that the cookie's session may see. Required.
    handle: { type: 'string' },
    cookie: { type: 'string' },
    // Another header of the host's own requests: 'X-CSRF-Token: …'.
    header: { type: 'string', multiple: true, default: [] },
    // Handle of another user's job.
    'other-handle': { type: 'string' },
    // Raw job id of the handle.
    'job-id': { type: 'string' },
    // Handle of a job to which the upstream responds with 429. The simulator starts one for the portal password `scenario:flaky`.
    // Run this script 24 s later: with `--speed 1`, the 429 lasts from second 23 to 28. So its check comes first.
    'rate-limited': { type: 'string' },
  },
})
const [url = ''] = positionals
const { handle = '' } = flags
if (!URL.canParse(url) || handle === '') {
  console.error("Usage: node check-proxy.mjs <url> --handle=<handle> [--cookie='session=…'] (see the file)")
  process.exit(2)
}

const sessionHeaders = Object.fromEntries([
  ...(flags.cookie ? [['Cookie', flags.cookie]] : []),
  ...flags.header.map((line) => line.split(/:\s*(.*)/s, 2)),
])
const ownPage = { 'Sec-Fetch-Site': 'same-origin', Origin: new URL(url).origin }

/** @typedef {{ status: number, headers: Headers, text: string }} Received */

/** @type {Received[]} */
const responses = []

/**
 * Sends the request of the widget with changes. A header with the value null is not sent.
 *
 * @param {{ method?: string, headers?: Record<string, string | null>, body?: object | string }} changes
 * @returns {Promise<Received>}
 */
async function send({ method = 'POST', headers = {}, body = { job_id: handle } } = {}) {
  const all = { 'Content-Type': 'application/json', ...ownPage, ...sessionHeaders, ...headers }
  const response = await fetch(url, {
    method,
    headers: Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null)),
    redirect: 'manual',
    ...(method !== 'GET' && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const received = { status: response.status, headers: response.headers, text: await response.text() }
  responses.push(received)
  return received
}

/** @param {string} jobId */
const poll = (jobId) => send({ body: { job_id: jobId } })

/** @param {string} text */
function parseObject(text) {
  try {
    return Object(JSON.parse(text))
  } catch {
    assert.fail('the body is not JSON')
  }
}

/** @typedef {(value: unknown) => boolean} Check */

/** @type {(pattern: RegExp) => Check} */
const textLike = (pattern) => (value) => typeof value === 'string' && pattern.test(value)
/** @type {(isValid: Check) => Check} */
const orNull = (isValid) => (value) => value === null || isValid(value)

const isStep = textLike(/^[\w.-]{1,64}$/)
/** @type {Check} */
const isSteps = (value) => Array.isArray(value) && value.every(isStep)
const isTime = orNull(textLike(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/))

/**
 * The fields of openapi.yaml, with a check of their values.
 *
 * @type {Record<string, Check>}
 */
const fields = {
  job_id: (value) => value === handle,
  status: textLike(/^(initiated|processing|completed|failed)$/),
  current_step: orNull(isStep),
  steps_completed: isSteps,
  steps_failed: isSteps,
  failure_code: orNull(textLike(/^[a-z_]+$/)),
  pan: orNull(textLike(/^[A-Z]{5}\*{4}[A-Z]$/)),
  created_at: isTime,
  updated_at: isTime,
  completed_at: isTime,
  reference: orNull(textLike(/^.{1,64}$/)),
}
/** @type {Record<string, Check>} */
const optionalFields = { pdf_report_url: orNull(textLike(/^https:\/\//i)) }

/** @type {Record<string, () => Promise<string | void>>} Name to check. A returned text says why it is skipped. */
const checks = {
  'passes on a rate limit as a 429 with Retry-After': async () => {
    if (!flags['rate-limited']) return 'no --rate-limited'
    const { status, headers } = await poll(flags['rate-limited'])
    assert.equal(status, 429)
    assert.notEqual(headers.get('Retry-After'), null)
  },
  'sends the status of a job that the caller may see': async () => {
    const { status, text } = await poll(handle)
    assert.equal(status, 200)
    const body = parseObject(text)
    for (const [name, isValid] of Object.entries({ ...fields, ...optionalFields }))
      if (name in fields || name in body)
        assert.ok(isValid(body[name]), `${name} is ${JSON.stringify(body[name])}`)
  },
  'sends no other field': async () => {
    const { text } = await poll(handle)
    assert.deepEqual(
      Object.keys(parseObject(text)).filter((name) => !(name in { ...fields, ...optionalFields })),
      [],
    )
  },
  'masks the PAN': async () => {
    const { text } = await poll(handle)
    // The link of the report is sent as it is, and random letters and digits in it can look like a PAN.
    const { pdf_report_url: _, ...body } = parseObject(text)
    const values = JSON.stringify(body).match(/"(?:[^"\\]|\\.)*"/g) ?? []
    for (const value of values)
      assert.doesNotMatch(value.replaceAll(handle, ''), /[A-Z]{5}[\W_]*\d{4}[\W_]*[A-Z]/i)
  },
  'does not send the raw job id': async () => {
    if (!flags['job-id']) return 'no --job-id'
    const { text } = await poll(handle)
    assert.ok(!text.includes(flags['job-id']), 'it is in the body')
  },
  'denies unknown, changed and foreign handles with one and the same 404': async () => {
    // Not the last character: in base64url some of its bits may mean nothing.
    const changed = handle.slice(0, -3) + (handle.at(-3) === 'A' ? 'B' : 'A') + handle.slice(-2)
    const foreign = flags['other-handle'] ?? 'of-another-user'
    /** @type {unknown[][]} */
    const denials = []
    for (const denied of ['unknown', changed, foreign, `${handle}.`]) {
      const { status, headers, text } = await poll(denied)
      denials.push([
        status,
        headers.get('Content-Type'),
        headers.get('Retry-After'),
        text.replaceAll(denied, ''),
      ])
    }
    assert.equal(denials[0]?.[0], 404)
    for (const denial of denials) assert.deepEqual(denial, denials[0])
  },
  'sends no status to a caller without a session': async () => {
    if (!flags.cookie) return 'no --cookie'
    const { status } = await send({ headers: { Cookie: null } })
    assert.notEqual(status, 200)
  },
  'refuses every method but POST': async () => {
    const { status, headers } = await send({ method: 'GET' })
    assert.deepEqual([status, headers.get('Allow')], [405, 'POST'])
  },
  'refuses a body that is not declared as JSON': async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded'])
      assert.equal((await send({ headers: { 'Content-Type': type } })).status, 415)
  },
  'refuses pages of other origins': async () => {
    const Origin = 'https://evil.example'
    for (const site of ['cross-site', 'same-site', null]) {
      const { status, headers } = await send({ headers: { 'Sec-Fetch-Site': site, Origin } })
      assert.equal(status, 403)
      assert.equal(headers.get('Access-Control-Allow-Origin'), null)
    }
  },
  'refuses malformed and large bodies': async () => {
    for (const body of ['{', '[]', '{}', '{"job_id":""}', '{"job_id":7}'])
      assert.equal((await send({ body })).status, 400, body)
    assert.equal((await poll('x'.repeat(5000))).status, 413, 'a body of 5 KB')
  },
  // The last ones: they look at all responses so far.
  'sends Retry-After as at most 60 whole seconds': async () => {
    for (const { headers } of responses) assert.match(headers.get('Retry-After') ?? '0', /^([1-5]?\d|60)$/)
  },
  'forbids every cache and browser to keep or guess a response': async () => {
    for (const { status, headers } of responses) {
      assert.match(headers.get('Cache-Control') ?? '', /no-store/, `Cache-Control of a ${status}`)
      assert.equal(headers.get('X-Content-Type-Options'), 'nosniff', `X-Content-Type-Options of a ${status}`)
      for (const name of ['Sec-Fetch-Site', 'Origin'])
        assert.match(
          headers.get('Vary') ?? '',
          new RegExp(`(^|,)\\s*${name}\\s*(,|$)`, 'i'),
          `Vary of a ${status}`,
        )
    }
  },
}

for (const [name, check] of Object.entries(checks)) {
  try {
    const reason = await check()
    console.log(reason ? `skipped  ${name}: ${reason}` : `ok       ${name}`)
  } catch (error) {
    console.log(`FAILED   ${name}: ${String(error).replaceAll(/\s+/g, ' ')}`)
    process.exitCode = 1
  }
}
