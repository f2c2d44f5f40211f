/** Where the ITR Analyzer is, and what it knows us by. */
export interface Analyzer {
  /** Without a slash at its end. */
  baseUrl: string
  apiKey: string
  apiSecret: string
}

/** For one call, in ms. */
const TIMEOUT = 20_000

/**
 * One call, never repeated: `/analyze` carries a password and begins a job.
 *
 * @returns the `data` of the answer; null where the ITR Analyzer refused
 * @throws {Error} where there was no answer, or none that says yes or no. It tells nothing of what was sent.
 */
export async function callAnalyzer(
  { baseUrl, apiKey, apiSecret }: Analyzer,
  endpoint: 'analyze' | 'data',
  body: object,
): Promise<Record<string, unknown> | null> {
  const response = await fetch(`${baseUrl}/itr-analyzer/${endpoint}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-API-KEY': apiKey, 'X-API-SECRET': apiSecret },
    body: JSON.stringify(body),
    redirect: 'manual',
    signal: AbortSignal.timeout(TIMEOUT),
  })
  const { success, data } = Object(await response.json().catch(() => null)) as {
    success?: unknown
    data?: unknown
  }
  const { ok, status } = response
  if (ok && success === true && typeof data === 'object' && data) return data as Record<string, unknown>
  // The status of a refusal is not published. These would be of our keys, our rate or their service.
  const isOurTrouble = [401, 403, 429].includes(status) || status >= 500
  if (success === false && !isOurTrouble) return null
  throw new Error(`the ITR Analyzer answered /${endpoint} with ${status}, and neither yes nor no`)
}
