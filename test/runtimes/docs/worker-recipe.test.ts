import { createItrJobHandles } from 'itr-progress/proxy'
import { Miniflare } from 'miniflare'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createPoll, forge } from '../../docs/requests.ts'
import { environmentOf, startSimulator } from '../../docs/startSimulator.ts'
import { bundleWorker } from '../bundleWorker.ts'

describe('docs/recipes/worker in workerd', () => {
  it('shares an upstream call among concurrent requests, and denies everybody else', async () => {
    const upstream = await startSimulator()
    onTestFinished(async () => void (await upstream.stop()))
    const bindings = environmentOf(upstream)
    const miniflare = new Miniflare({
      modules: true,
      script: await bundleWorker('test/runtimes/docs/workerHost.ts'),
      compatibilityDate: '2026-03-01',
      bindings,
    })
    onTestFinished(() => miniflare.dispose())
    const { origin } = await miniflare.ready

    const signIn = async (user: string) => (await fetch(`${origin}/sign-in?user=${user}`)).text()
    const poll = async (handle: string, cookie: string) => {
      const { headers, body } = createPoll(handle, cookie)
      return fetch(`${origin}/api/itr/status`, {
        method: 'POST',
        headers,
        body,
        duplex: 'half',
      } as RequestInit)
    }
    const secrets = bindings.ITR_HANDLE_SECRETS.split(',')
    const handle = await createItrJobHandles({ secrets, ttl: 60_000 }).seal(
      upstream.simulator.start(),
      'asha',
    )
    const asha = await signIn('asha')

    for (const response of await Promise.all([1, 2, 3].map(() => poll(handle, asha))))
      expect(await response.json()).toMatchObject({ job_id: handle, status: 'initiated' })
    expect(upstream.requests).toHaveLength(1)

    expect((await poll(handle, await signIn('ravi'))).status).toBe(404)
    expect((await poll(forge(handle), asha)).status).toBe(404)
    expect((await fetch(origin)).status).toBe(404)
  })
})
