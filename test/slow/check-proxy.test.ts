import { execFile } from 'node:child_process'
import type { RequestListener } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { createItrStatusProxy } from 'itr-progress/proxy'
import { createItrSimulator, itrScenarios } from 'itr-progress/testing'
import { describe, expect, it, onTestFinished } from 'vitest'
import { startOnLoopback } from '../startOnLoopback.ts'

/** Runs the script against a server. Returns its exit code and one line per check. */
async function checkProxy(listener: RequestListener, ...flags: string[]) {
  const server = await startOnLoopback(listener)
  onTestFinished(() => void server.stop())
  const args = ['docs/check-proxy.mjs', `${server.origin}/api/itr/status`, ...flags]
  return new Promise<{ code: unknown; lines: string[] }>((resolve) => {
    execFile(process.execPath, args, (error, stdout) =>
      resolve({ code: error?.code ?? 0, lines: stdout.trim().split('\n') }),
    )
  })
}

// A handle may begin with `-`, as one of base64url.
const allFlags = ['--handle=-handle-1', '--cookie=session=asha', '--other-handle=handle-2']

describe('docs/check-proxy.mjs', () => {
  it('passes createItrStatusProxy', async () => {
    const simulator = createItrSimulator()
    const jobId = simulator.start()
    const busy = { ...itrScenarios.stuck, glitches: [{ kind: 'busy' as const, from: 0, until: 1e9 }] }
    const jobs: Record<string, string> = { '-handle-1': jobId, 'handle-429': simulator.start(busy) }
    const proxy = createItrStatusProxy({
      apiKey: 'key',
      apiSecret: 'secret',
      upstream: simulator.upstream,
      resolveJob: (handle, { headers }) =>
        headers.get('Cookie') === 'session=asha' ? (jobs[handle] ?? null) : null,
    })
    const flags = [...allFlags, `--job-id=${jobId}`, '--rate-limited=handle-429']
    const { code, lines } = await checkProxy(getRequestListener(proxy), ...flags)
    expect(lines.filter((line) => !line.startsWith('ok '))).toEqual([])
    expect(lines.length).toBeGreaterThan(10)
    expect(code).toBe(0)
  })

  it('fails each check for a route that forwards the upstream response to everybody', async () => {
    const { code, lines } = await checkProxy(
      (_, outgoing) => {
        outgoing.setHeader('Retry-After', '3600').setHeader('Access-Control-Allow-Origin', '*')
        outgoing.end('{"success":true,"data":{"job_id":"itr_1","doc_id":"d","pan":"ABCDE1234F"}}')
      },
      ...allFlags,
      '--job-id=itr_1',
      '--rate-limited=handle-429',
    )
    expect(lines.filter((line) => !line.startsWith('FAILED '))).toEqual([])
    expect(lines.length).toBeGreaterThan(10)
    expect(code).toBe(1)
  })

  it('passes a link of the report in which letters and digits look like a PAN', async () => {
    const proxy = createItrStatusProxy({
      apiKey: 'key',
      apiSecret: 'secret',
      exposeReportUrl: true,
      upstream: async () =>
        Response.json({
          job_id: 'itr_1',
          status: 'completed',
          pdf_report_url: 'https://reports.example/itr_analyzer_0047e36d_dc4e.pdf',
        }),
      resolveJob: (handle) => (handle === 'handle-1' ? 'itr_1' : null),
    })
    const { lines } = await checkProxy(getRequestListener(proxy), '--handle=handle-1')
    expect(lines).toContain('ok       masks the PAN')
  })

  it('fails a route that does not send Vary', async () => {
    const { lines } = await checkProxy((_, outgoing) => {
      outgoing.setHeader('Cache-Control', 'no-store').setHeader('X-Content-Type-Options', 'nosniff')
      outgoing.setHeader('Vary', 'Origin').end('{}')
    }, '--handle=handle-1')
    expect(lines.at(-1)).toMatch(/^FAILED .* Vary of a 200/)
  })

  it('names the skipped checks without the optional flags', async () => {
    const { lines } = await checkProxy((_, outgoing) => void outgoing.end('{}'), '--handle=handle-1')
    expect(lines.filter((line) => line.startsWith('skipped '))).toHaveLength(3)
  })

  it('prints its usage without a handle', async () => {
    const { code } = await checkProxy((_, outgoing) => void outgoing.end())
    expect(code).toBe(2)
  })
})
