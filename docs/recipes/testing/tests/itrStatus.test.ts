/** @jest-environment node */
import { createItrSimulator } from 'itr-progress/testing'
import { createItrStatus, handles } from './itrStatus'

Object.assign(process.env, {
  FINPASS_API_KEY: 'key',
  FINPASS_API_SECRET: 'secret',
  ITR_HANDLE_SECRETS: 'only-for-tests-kY3vQ8sLw0pXr6TzB5nM',
})

const simulator = createItrSimulator()
const itrStatus = createItrStatus(simulator.upstream)

const poll = (handle: string, user: string) =>
  itrStatus(
    new Request('https://loans.example/api/itr/status', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: 'https://loans.example', Authorization: user },
      body: JSON.stringify({ job_id: handle }),
    }),
  )

describe('POST /api/itr/status', () => {
  it('sends the status of a job to its owner only', async () => {
    const handle = await handles.seal(simulator.start(), 'asha')
    const response = await poll(handle, 'asha')
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ job_id: handle, status: 'initiated' })

    expect((await poll(handle, 'ravi')).status).toBe(404)
  })
})
