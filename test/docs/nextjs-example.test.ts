import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { ORIGIN } from './requests.ts'
import { environmentOf, startSimulator } from './startSimulator.ts'

let upstream: Awaited<ReturnType<typeof startSimulator>>

beforeAll(async () => {
  upstream = await startSimulator()
  for (const [name, value] of Object.entries(environmentOf(upstream))) vi.stubEnv(name, value)
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await upstream.stop()
})

const createPost = (path: string, fields: Record<string, string>) => {
  const body = String(new URLSearchParams(fields))
  const headers = {
    'Content-Type': 'application/x-www-form-urlencoded',
    'Content-Length': String(body.length),
    Cookie: 'session=asha',
  }
  return new Request(ORIGIN + path, { method: 'POST', headers, body })
}

describe('POST /api/itr/start of examples/nextjs', () => {
  it('throws for an unusable secret before it sends the password or counts an attempt', async () => {
    const { POST } = await import('../../examples/nextjs/app/api/itr/start/route.ts')
    const start = () => POST(createPost('/api/itr/start', { password: 'any' }))
    const secrets = process.env.ITR_HANDLE_SECRETS
    onTestFinished(() => void vi.stubEnv('ITR_HANDLE_SECRETS', secrets))
    vi.stubEnv('ITR_HANDLE_SECRETS', 'too short')
    for (let press = 0; press < 3; press++) await expect(start()).rejects.toThrow('is too short')
    expect(upstream.requests).toEqual([])

    vi.stubEnv('ITR_HANDLE_SECRETS', secrets)
    expect((await start()).status).toBe(303)
  })
})

describe('POST /api/apply of examples/nextjs', () => {
  it.each([
    ['a large body', 413, 'x'.repeat(70_000)],
    ['an unknown handle of the largest size', 422, 'x'.repeat(4083)],
  ])('responds to %s with %d', async (_, status, itrVerification) => {
    const { POST } = await import('../../examples/nextjs/app/api/apply/route.ts')
    expect((await POST(createPost('/api/apply', { itrVerification }))).status).toBe(status)
  })

  it('refuses a body without a length', async () => {
    const { POST } = await import('../../examples/nextjs/app/api/apply/route.ts')
    const request = createPost('/api/apply', { itrVerification: 'x' })
    request.headers.delete('Content-Length')
    expect((await POST(request)).status).toBe(413)
  })
})
