/** URL and keys of the ITR Analyzer. */
export interface Analyzer {
  /** Without a trailing slash. */
  baseUrl: string
  apiKey: string
  apiSecret: string
}

/** Timeout of one call, in ms. */
const TIMEOUT = 20_000

/**
 * Sends one request, without retries: `/analyze` carries a password and starts a job.
 *
 * @returns the `data` of the response, or null if the ITR Analyzer refused
 * @throws {Error} if there was no usable response. It contains nothing of the request.
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
  // The status of a refusal is not published. These are about our keys, our rate or their service.
  const isOurTrouble = [401, 403, 429].includes(status) || status >= 500
  if (success === false && !isOurTrouble) return null
  throw new Error(`the ITR Analyzer answered /${endpoint} with ${status}, and neither yes nor no`)
}
