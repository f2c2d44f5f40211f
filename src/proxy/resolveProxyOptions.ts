import { createOptionError } from '../internal/createOptionError.ts'
import { MAX_TIMEOUT_MS } from '../internal/MAX_TIMEOUT_MS.ts'
import type { ItrSecret, ItrStatusCache, ItrStatusProxyOptions, ItrUpstream } from './types.ts'

/** The checked options with their defaults. */
export type Settings = ReturnType<typeof resolveProxyOptions>

/**
 * @throws {TypeError} for the first unusable option. The message contains no key and no `baseUrl`. It shows a rejected
 * `allowedOrigins` entry, unless that entry contains `@`.
 */
export function resolveProxyOptions(options: ItrStatusProxyOptions & { upstream: ItrUpstream }) {
  const baseUrl = toBaseUrl('baseUrl', options.baseUrl ?? 'https://api.finpass.ai/api/v1')
  return {
    apiKey: checkSecret('apiKey', options.apiKey),
    apiSecret: checkSecret('apiSecret', options.apiSecret),
    resolveJob: checkFunction(
      'resolveJob',
      options.resolveJob,
      'a function that returns the job id of a handle if this caller may see it, else null',
    ),
    url: `${baseUrl}/itr-analyzer/status`,
    upstream: checkFunction(
      'upstream',
      options.upstream,
      'a function that resolves to a Response, or no value',
    ),
    allowedOrigins: toOrigins('allowedOrigins', options.allowedOrigins ?? []),
    resolveTimeout: checkDuration('resolveTimeout', options.resolveTimeout ?? 3000, 1),
    bodyTimeout: checkDuration('bodyTimeout', options.bodyTimeout ?? 3000, 1),
    maxUpstreamCalls: checkCount('maxUpstreamCalls', options.maxUpstreamCalls ?? 64),
    upstreamTimeout: checkDuration('upstreamTimeout', options.upstreamTimeout ?? 10_000, 1),
    minUpstreamInterval: checkDuration('minUpstreamInterval', options.minUpstreamInterval ?? 5000, 0),
    cache: checkCache('cache', options.cache ?? undefined),
    exposeReportUrl: checkBoolean('exposeReportUrl', options.exposeReportUrl ?? false),
    onEvent: checkFunction(
      'onEvent',
      options.onEvent ?? (() => undefined),
      'a function that takes an event, or no value',
    ),
  }
}

/** Whether a key is not blank and can be sent in a header (RFC 9110 §5.5, ASCII only). */
const isHeaderValue = (value: unknown): value is string =>
  typeof value === 'string' && /^[\x20-\x7e]+$/.test(value.trim())

/** @throws {TypeError} for an unusable key, and what the host's function throws */
export async function readSecret(secret: ItrSecret): Promise<string> {
  const value = typeof secret === 'function' ? await secret() : secret
  if (!isHeaderValue(value)) throw new TypeError('The key is blank or cannot be sent in a header.')
  return value.trim()
}

function checkSecret(option: string, value: ItrSecret): ItrSecret {
  const expected = 'the value from your Finpass account, or an async function that returns it'
  if (typeof value === 'function') return value
  if (typeof value !== 'string') throw createOptionError(option, 'is missing', expected)
  if (value.trim() === '') throw createOptionError(option, 'is blank', expected)
  if (!isHeaderValue(value)) {
    throw createOptionError(option, 'has characters that a header cannot contain', expected)
  }
  return value
}

function checkFunction<T>(option: string, value: T, expected: string): T {
  if (typeof value !== 'function') throw createOptionError(option, 'is not a function', expected)
  return value
}

function checkDuration(option: string, value: number, min: number): number {
  if (typeof value === 'number' && value >= min && value <= MAX_TIMEOUT_MS) return value
  throw createOptionError(
    option,
    describeNumber(value),
    `a number of milliseconds from ${min} to ${MAX_TIMEOUT_MS}`,
  )
}

function checkCount(option: string, value: number): number {
  if (Number.isSafeInteger(value) && value > 0) return value
  throw createOptionError(option, describeNumber(value), 'a whole number above 0')
}

/** Another value may be a secret, so it is not shown. */
const describeNumber = (value: unknown) => (typeof value === 'number' ? `is ${value}` : 'is not a number')

function checkBoolean(option: string, value: boolean): boolean {
  if (typeof value !== 'boolean') throw createOptionError(option, 'is not a boolean', 'true or false')
  return value
}

function checkCache(option: string, value: ItrStatusCache | undefined): ItrStatusCache | undefined {
  if (value === undefined) return value
  if (typeof value.get === 'function' && typeof value.set === 'function') return value
  throw createOptionError(
    option,
    'lacks get or set',
    'an object with get(key) and set(key, value, ttlMs), or no value',
  )
}

const isLoopback = (hostname: string) => /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname)

/** Returns the URL without a slash at its end. */
function toBaseUrl(option: string, value: string): string {
  const expected = 'an https URL such as https://api.finpass.ai/api/v1'
  const url = parseUrl(value)
  if (!url) throw createOptionError(option, 'is not a URL', expected)
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname))) {
    throw createOptionError(option, 'is not https', 'an https URL: only a loopback address may use http')
  }
  if (url.username || url.password) {
    throw createOptionError(option, 'contains credentials', `${expected}: the keys are sent in headers`)
  }
  if (url.search || url.hash) {
    throw createOptionError(
      option,
      'has a query or a fragment',
      `${expected}: /itr-analyzer/status is appended`,
    )
  }
  return url.origin + url.pathname.replace(/\/+$/, '')
}

function toOrigins(option: string, value: readonly string[]): ReadonlySet<string> {
  if (!Array.isArray(value)) {
    throw createOptionError(option, 'is not an array', "an array such as ['https://app.example.com']")
  }
  return new Set(
    value.map((entry: unknown, index) => {
      const url = parseUrl(entry)
      // `URL` also reads other spellings, such as `https:app.example.com`.
      const isExact = url && /^https?:\/\/[^\s/\\]+\/?$/i.test(entry as string)
      if (isExact && !url.host.includes('*') && url.href === `${url.origin}/`) return url.origin
      // An entry with credentials is not shown.
      const shown = typeof entry === 'string' && !entry.includes('@') ? `"${entry}"` : 'not an origin'
      throw createOptionError(
        `${option}[${index}]`,
        `is ${shown}`,
        'an http or https origin such as https://app.example.com, without a path or a wildcard',
      )
    }),
  )
}

/** Returns null for anything that is not a URL. */
export function parseUrl(value: unknown): URL | null {
  try {
    return new URL(value as string)
  } catch {
    return null
  }
}
