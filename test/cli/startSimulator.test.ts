import { request } from 'node:http'
import { json } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startSimulator } from '../../src/cli/startSimulator.ts'

describe('startSimulator', () => {
  let simulator: Awaited<ReturnType<typeof startSimulator>>
  beforeAll(async () => {
    simulator = await startSimulator({ port: 0, scenario: 'account_locked', speed: 1e6 })
  })
  afterAll(() => void simulator.server.close())

  /** Sends a request, also a GET with a body, which `fetch` refuses. */
  const send = (method: string, path: string, fields: object) =>
    new Promise<Record<string, unknown>>((resolve, reject) => {
      const body = JSON.stringify(fields)
      const headers = { 'X-API-KEY': 'a', 'X-API-SECRET': 'b', 'Content-Length': body.length }
      request(`${simulator.baseUrl}/itr-analyzer/${path}`, { method, headers, agent: false }, (message) =>
        resolve(json(message) as Promise<Record<string, unknown>>),
      )
        .on('error', reject)
        .end(body)
    })

  it('plays the scenario at the given speed, over POST and over GET with a body', async () => {
    const { data } = await send('POST', 'analyze', { username: 'ABCDE1234F', password: 'x' })
    const { job_id } = data as { job_id: string }
    // The scenario ends after 9 s, so after 9 microseconds.
    await new Promise((resolve) => setTimeout(resolve, 5))
    const failed = { job_id, status: 'failed', error_message: expect.stringContaining('locked') }
    expect(await send('POST', 'status', { job_id })).toMatchObject({ data: failed })
    expect(await send('GET', 'status', { job_id })).toMatchObject(failed)
  })

  it('names a port that is in use', async () => {
    const port = Number(new URL(simulator.baseUrl).port)
    await expect(startSimulator({ port, scenario: 'happy', speed: 1 })).rejects.toThrow(
      `Port ${port} cannot be used (EADDRINUSE). Choose another one with \`--port\`.`,
    )
  })
})
