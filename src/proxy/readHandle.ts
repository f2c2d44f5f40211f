import { parseJson } from '../internal/parseJson.ts'
import { readAtMost } from './readAtMost.ts'
import { ProxyError } from './ProxyError.ts'

const BODY_LIMIT = 4096

/**
 * The handle that a request's body asks for.
 *
 * @throws {ProxyError} `body_too_large` or `invalid_request`.
 */
export async function readHandle({ body, signal }: Pick<Request, 'body' | 'signal'>): Promise<string> {
  const text = await readAtMost(body, BODY_LIMIT, signal)
  if (text === null) throw new ProxyError('body_too_large')
  const handle = (parseJson(text) as { job_id?: unknown } | null | undefined)?.job_id
  if (typeof handle !== 'string' || handle === '') throw new ProxyError('invalid_request')
  return handle
}
