// @vitest-environment jsdom
import { execFile, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { cleanup, render, waitFor } from '@testing-library/react'
import { ItrProgress } from 'itr-progress'
import { createItrSimulator, itrScenarios, type ItrScenario } from 'itr-progress/testing'
import { createElement } from 'react'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { toRequestListener } from '../../../src/cli/toRequestListener.ts'
import { startOnLoopback } from '../../startOnLoopback.ts'

const run = promisify(execFile)
const cwd = 'docs/recipes/python'

describe('docs/recipes/python', () => {
  // A happy job completes after 0.8 s. The server requests its status once in 5 s.
  const simulator = createItrSimulator({ speed: 60 })
  let stop: () => Promise<unknown>
  let origin: string
  let cookies: string[]

  beforeAll(async () => {
    const upstream = await startOnLoopback(toRequestListener(simulator.fetch))
    const server = spawn('python3', ['-B', 'server.py'], {
      cwd,
      env: {
        ...process.env,
        PORT: '0',
        FINPASS_BASE_URL: `${upstream.origin}/api/v1`,
        FINPASS_API_KEY: 'any',
        FINPASS_API_SECRET: 'any',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    stop = async () => {
      server.kill()
      return upstream.stop()
    }
    const lines: string[] = []
    for await (const line of createInterface(server.stdout)) if (lines.push(line) === 3) break
    const [url = '', ...users] = lines
    origin = url
    cookies = users.map((line) => line.replace(/^Cookie of \w+: /, ''))
  })
  afterAll(() => stop())
  afterEach(cleanup)

  const send = (path: string, body: object, cookie = cookies[0]!) =>
    fetch(origin + path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Cookie: cookie, 'Sec-Fetch-Site': 'same-origin' },
      body: JSON.stringify(body),
    })

  /** Starts a job as the person's form does. Returns its handle. */
  async function start(scenario: ItrScenario, cookie?: string): Promise<string> {
    simulator.scenario = scenario
    const response = await send('/api/itr/start', { password: 'x' }, cookie)
    expect(response.status).toBe(201)
    return ((await response.json()) as { handle: string }).handle
  }

  it('passes the fixtures', async () => {
    const { stderr } = await run('python3', ['-B', '-m', 'unittest', '-v'], { cwd })
    expect(stderr).toMatch(/Ran [3-9] tests/)
  })

  it('passes docs/check-proxy.mjs', async () => {
    const handle = await start(itrScenarios.stuck)
    const jobId = simulator.calls.at(-1)!.jobId!
    const busy = [{ kind: 'busy' as const, from: 0, until: 1e9, by: 7 }]
    const flags = {
      handle,
      cookie: cookies[0]!,
      'job-id': jobId,
      'other-handle': await start(itrScenarios.stuck, cookies[1]),
      'rate-limited': await start({ ...itrScenarios.stuck, glitches: busy }),
    }
    // With `=`, because a handle may begin with `-`.
    const args = Object.entries(flags).map(([name, value]) => `--${name}=${value}`)
    const { stdout } = await run('node', ['docs/check-proxy.mjs', `${origin}/api/itr/status`, ...args])
    expect(stdout.match(/^ok/gm)!.length).toBeGreaterThan(10)
    expect(stdout).not.toContain('skipped')
  })

  it.each([
    ['happy', 'completed', 'return'],
    ['account_locked', 'failed', 'locked'],
  ] as const)('serves the widget the job "%s" until it has %s', async (scenario, phase, text) => {
    const handle = await start(itrScenarios[scenario], cookies[1])
    const { container } = render(
      createElement(ItrProgress, {
        jobId: handle,
        proxyUrl: `${origin}/api/itr/status`,
        headers: { Cookie: cookies[1]!, 'Sec-Fetch-Site': 'same-origin' },
        // Node's fetch does not accept the AbortSignal of jsdom.
        fetch: (url, init) => fetch(url, { ...init, signal: null }),
        interval: { min: 1000, max: 1000 },
      }),
    )
    const getPhase = () => container.querySelector('[data-phase]')?.getAttribute('data-phase')
    await waitFor(() => expect(getPhase()).toBe(phase), { timeout: 15_000 })
    expect(container.textContent).toContain(text)
  })

  it('requests a status once in 5 s for any number of callers', async () => {
    const handle = await start(itrScenarios.stuck)
    const before = simulator.calls.length
    const responses = await Promise.all(
      Array.from({ length: 20 }, () => send('/api/itr/status', { job_id: handle })),
    )
    expect(responses.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200))
    expect(simulator.calls.length - before).toBe(1)
  })

  // The tests above start three jobs for each of the two users.
  it('refuses a fourth attempt in a day', async () => {
    const { status } = await send('/api/itr/start', { password: 'x' })
    expect(status).toBe(429)
  })
})
