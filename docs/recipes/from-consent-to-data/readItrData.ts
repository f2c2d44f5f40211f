import { analyzer } from './itrStatus.ts'

export interface ItrData {
  /** In upper case: to be compared with the applicant's. */
  pan: string
  /** As on the returns. */
  name: string
  /** Of the latest assessment year, in rupees; null where no return says it. */
  income: number | null
}

/**
 * The data of a completed job, no more of it than the application needs. Reading may be repeated; it changes nothing.
 *
 * @throws where it could not be had, or does not say whose it is.
 */
export async function readItrData(jobId: string): Promise<ItrData> {
  const { baseUrl, apiKey, apiSecret } = analyzer
  const response = await fetch(`${baseUrl}/itr-analyzer/data`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-API-KEY': apiKey, 'X-API-SECRET': apiSecret },
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
