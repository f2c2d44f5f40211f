import { createServer } from 'node:http'
import { describe, expect, test } from 'vitest'
import { listen } from '../../demo/server/listen.ts'
import { startDemo } from './startDemo.ts'

describe('demo', () => {
  test('prints its URLs, serves page and upstream, and exits at Ctrl-C', async () => {
    const demo = await startDemo()
    expect(demo.output()).toMatch(/Loan application +http:\/\/127\.0\.0\.1:\d+\n/)
    const analyzer = /ITR Analyzer +(http:\/\/127\.0\.0\.1:\d+\/api\/v1) \(simulated\)/.exec(
      demo.output(),
    )?.[1]

    const page = await fetch(demo.url)
    expect(page.status).toBe(200)
    expect(page.headers.get('set-cookie')).toMatch(
      /^loan_session=[0-9a-f]{32}; Path=\/; HttpOnly; SameSite=Lax$/,
    )
    expect((await fetch(`${analyzer}/itr-analyzer/status`, { method: 'POST', body: '{}' })).status).toBe(401)

    expect(await demo.stop()).toBe(0)
    await expect(fetch(demo.url)).rejects.toThrow('fetch failed')
    await expect(fetch(analyzer!)).rejects.toThrow('fetch failed')
  })

  test('takes another port if its own is in use', async () => {
    const other = await listen(createServer(), 0)
    const demo = await startDemo({ DEMO_PORT: new URL(other.origin).port })
    try {
      expect(demo.url).not.toBe(other.origin)
      expect((await fetch(demo.url)).status).toBe(200)
    } finally {
      await demo.stop()
      await other.stop()
    }
  })

  test('refuses one key without the other, and prints their names only', async () => {
    const starting = startDemo({ FINPASS_API_KEY: 'key-7d1f2c' })
    await expect(starting).rejects.toThrow('needs both FINPASS_API_KEY and FINPASS_API_SECRET')
    await expect(starting).rejects.not.toThrow('key-7d1f2c')
  })
})
