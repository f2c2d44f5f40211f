import { callAnalyzer } from './callAnalyzer.ts'

export interface ItrData {
  /** Name on the returns. */
  name: string
  /** Gross total income of the latest assessment year, in rupees. Null if the returns do not contain it. */
  income: number | null
}

/**
 * Returns the data of a completed job that the application needs, or null if the returns have another PAN. It may be called
 * again: reading changes nothing.
 *
 * @param pan the applicant's, in upper case
 * @throws if there is no usable response, or if it has no PAN or no name
 */
export async function readItrData(jobId: string, pan: string): Promise<ItrData | null> {
  const { ok, status, success, data } = await callAnalyzer('data', { job_id: jobId })
  if (!ok || success !== true || data?.job_id !== jobId) throw new Error(`/data: ${status}`)

  // A person who knows somebody else's portal password can start a job for that person's returns.
  if (typeof data.pan !== 'string') throw new Error('/data: no PAN')
  if (data.pan.toUpperCase() !== pan) return null

  const { name, itr_records } = data
  if (typeof name !== 'string' || name.trim() === '') throw new Error('/data: no name')
  const records: { assessment_year?: string; gross_total_income?: unknown }[] = itr_records ?? []
  const [latest] = records.sort((a, b) => (b.assessment_year ?? '').localeCompare(a.assessment_year ?? ''))
  const income = latest?.gross_total_income
  return { name, income: typeof income === 'number' ? income : null }
}
