import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { askOverHttp } from './askOverHttp.ts'
import { KEY, SECRET } from './createRoutes.ts'
import { describeStatusProxy } from './describeStatusProxy.ts'
import { hostDifferences } from './hostDifferences.ts'
import type { HostSettings } from './StatusHost.ts'

/** `next start` in the built app of test/consumers/next, as scripts/test-consumers.mjs has installed it. */
async function startNext({ baseUrl, auditUrl }: HostSettings) {
  const app = process.env.NEXT_APP
  if (!app) throw new Error('NEXT_APP names no built app. Run npm run test:consumers, which makes one.')
  const next = spawn(
    process.execPath,
    [join(app, 'node_modules/next/dist/bin/next'), 'start', '--port', '0'],
    {
      cwd: app,
      env: {
        ...process.env,
        NODE_ENV: 'production',
        NEXT_TELEMETRY_DISABLED: '1',
        FINPASS_API_KEY: KEY,
        FINPASS_API_SECRET: SECRET,
        FINPASS_BASE_URL: baseUrl,
        AUDIT_URL: auditUrl,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const origin = await new Promise<string>((resolve, reject) => {
    let log = ''
    next.once('error', reject)
    next.once('exit', () => reject(new Error(`next start ended before it was ready:\n${log}`)))
    next.stdout.on('data', (text: Buffer) => {
      log += text.toString()
      const [, address] = /Local:\s+(http:\S+)/.exec(log) ?? []
      if (address && log.includes('Ready')) resolve(new URL(address).origin)
    })
  })
  return {
    origin,
    ask: askOverHttp(origin),
    stop: async () => {
      next.kill()
      await once(next, 'exit')
    },
  }
}

describeStatusProxy({ name: 'Next.js', differences: hostDifferences.next, start: startNext })

it('a server component’s page has the widget in it before any script', async () => {
  const { origin, stop } = await startNext({ baseUrl: 'http://127.0.0.1:9/api/v1', auditUrl: '' })
  onTestFinished(stop)
  const page = await (await fetch(`${origin}/?verification=handle-1`)).text()
  expect(page).toContain('data-itr-part="root"')
  expect(page).toContain('data-phase="connecting"')
})
