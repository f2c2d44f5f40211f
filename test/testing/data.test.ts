import { describe, expect, it } from 'vitest'
import { createItrSimulator } from '../../src/testing/simulator/createItrSimulator.ts'
import { ask, createClock } from './asking.ts'

describe('/data', () => {
  it.each(['POST', 'GET'])('gives the returns of a completed job to a %s', async (method) => {
    const clock = createClock()
    const simulator = createItrSimulator({ now: clock.now })
    const job_id = simulator.start('happy', { pan: 'pqrst5678u' })
    clock.set(90_000)
    const response = await ask(simulator, 'data', { job_id }, { method })
    expect(response.status).toBe(200)
    const { data, ...envelope } = (await response.json()) as {
      data: { itr_records: Record<string, number>[] }
    }
    expect(envelope).toEqual({ success: true, message: expect.any(String) })
    expect(data).toMatchObject({
      job_id,
      pan: 'PQRST5678U',
      name: expect.any(String),
      filing_status: expect.any(String),
    })
    expect(data.itr_records.length).toBeGreaterThan(0)
    for (const record of data.itr_records) {
      expect(record).toEqual({
        assessment_year: expect.stringMatching(/^20\d\d-\d\d$/),
        itr_type: 'ITR-1',
        filing_date: expect.stringMatching(/^20\d\d-\d\d-\d\d$/),
        acknowledgement_number: expect.stringMatching(/^\d{15}$/),
        gross_total_income: expect.any(Number),
        total_deductions: expect.any(Number),
        net_taxable_income: record.gross_total_income! - record.total_deductions!,
        tax_payable: expect.any(Number),
        tds_amount: expect.any(Number),
      })
    }
  })

  it.each([
    ['is under way', 'happy', 20_000],
    ['has failed', 'no_itr_found', 90_000],
  ] as const)('refuses a job that %s with 409', async (_, scenario, elapsed) => {
    const clock = createClock()
    const simulator = createItrSimulator({ now: clock.now })
    const job_id = simulator.start(scenario)
    clock.set(elapsed)
    const response = await ask(simulator, 'data', { job_id })
    expect(response.status).toBe(409)
    expect(await response.json()).toMatchObject({ success: false })
  })
})
