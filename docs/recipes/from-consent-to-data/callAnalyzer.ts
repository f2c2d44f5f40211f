import { readAtMost } from '../checks/readAtMost.ts'
import { analyzer } from './itrStatus.ts'

/** Far above the data of one person. */
const RESPONSE_LIMIT_BYTES = 5_000_000

/**
 * Sends one request to the ITR Analyzer: no retry, no redirect, no log.
 *
 * @throws if there is no response, or if its body is too large or not JSON
 */
export async function callAnalyzer(path: 'analyze' | 'data', body: object) {
  const { baseUrl, apiKey, apiSecret } = analyzer
  const response = await fetch(`${baseUrl}/itr-analyzer/${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-API-KEY': apiKey(), 'X-API-SECRET': apiSecret() },
    body: JSON.stringify(body),
    redirect: 'manual',
    signal: AbortSignal.timeout(20_000),
  })
  const { success, data } = Object(await (await readAtMost(RESPONSE_LIMIT_BYTES, response)).json())
  return { ok: response.ok, status: response.status, success, data }
}
