import { analyzer } from './itrStatus.ts'

export interface ItrData {
  /** In upper case, to compare it with the applicant's. */
  pan: string
  /** Name on the returns. */
  name: string
  /** Gross total income of the latest assessment year, in rupees. Null if the returns do not contain it. */
  income: number | null
}

/**
 * Returns the data of a completed job that the application needs. It may be called again: reading changes nothing.
 *
 * @throws if there is no usable response, or if it has no PAN or no name
 */
export async function readItrData(jobId: string): Promise<ItrData> {
  const { baseUrl, apiKey, apiSecret } = analyzer
  const response = await fetch(`${baseUrl}/itr-analyzer/data`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-API-KEY': apiKey(), 'X-API-SECRET': apiSecret() },
    body: JSON.stringify({ job_id: jobId }),
    redirect: 'manual',
    signal: AbortSignal.timeout(20_000),
  })
  const { success, data } = Object(await response.json())
  if (!response.ok || success !== true || data?.job_id !== jobId) throw new Error(`/data: ${response.status}`)

  const { pan, name, itr_records } = data
  if (typeof pan !== 'string' || typeof name !== 'string' || name.trim() === '')
    throw new Error('/data: no PAN or no name')

  const records: { assessment_year?: string; gross_total_income?: unknown }[] = itr_records ?? []
  const [latest] = records.sort((a, b) => (b.assessment_year ?? '').localeCompare(a.assessment_year ?? ''))
  const income = latest?.gross_total_income
  return { pan: pan.toUpperCase(), name, income: typeof income === 'number' ? income : null }
}
