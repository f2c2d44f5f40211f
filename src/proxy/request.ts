import { utf8ToBytes } from '@noble/hashes/utils.js'
import { parseJson } from '../internal/parseJson.ts'
import { ProxyError } from './errors.ts'
import { readAtMost } from './readAtMost.ts'
import { parseUrl } from './resolveProxyOptions.ts'

const BODY_LIMIT_BYTES = 4096

/** Whether a `Content-Type` is `application/json`, in any case and with any parameters (RFC 9110 §8.3.1). */
export const isJsonType = (contentType: string | null): boolean =>
  contentType?.split(';', 1)[0]!.trim().toLowerCase() === 'application/json'

/**
 * Accepts `Sec-Fetch-Site: same-origin`, and a listed `Origin`. Without `Sec-Fetch-Site` (browsers before 2023), also an `Origin`
 * equal to that of `url`. Without both headers, the caller is not a browser and is rejected (OWASP CSRF cheat sheet, "Fetch
 * Metadata").
 */
export function isTrustedOrigin(
  { headers, url }: Pick<Request, 'headers' | 'url'>,
  allowedOrigins: ReadonlySet<string>,
): boolean {
  const site = headers.get('Sec-Fetch-Site')
  if (site === 'same-origin') return true
  const origin = headers.get('Origin')
  // A sandboxed page sends "null". That is also the origin of a URL such as `data:`.
  if (origin === null || origin === 'null') return false
  return allowedOrigins.has(origin) || (site === null && origin === parseUrl(url)?.origin)
}

/**
 * Reads the handle from the body of a request.
 *
 * @param signal stops a streamed read
 * @throws {ProxyError} `body_too_large` or `invalid_request`
 */
export async function readHandle(request: Request, signal: AbortSignal): Promise<string> {
  // `text()` is several times as fast as a stream. Servers do not deliver more bytes than `Content-Length` says.
  const isShort = Number(request.headers.get('Content-Length') ?? Infinity) <= BODY_LIMIT_BYTES
  const text = isShort ? await request.text() : await readAtMost(request.body, BODY_LIMIT_BYTES, signal)
  // An invalid byte is decoded as U+FFFD, which has three bytes.
  const isLarge = text === null || utf8ToBytes(text.replaceAll('\ufffd', '?')).length > BODY_LIMIT_BYTES
  if (isLarge) throw new ProxyError('body_too_large')
  const handle = (parseJson(text) as { job_id?: unknown } | null | undefined)?.job_id
  if (typeof handle !== 'string' || handle === '') throw new ProxyError('invalid_request')
  return handle
}
