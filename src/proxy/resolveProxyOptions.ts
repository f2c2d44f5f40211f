import { MAX_TIMEOUT_MS } from '../internal/MAX_TIMEOUT_MS.ts'
import { isHeaderValue } from './isHeaderValue.ts'
import type { ItrStatusCache } from './ItrStatusCache.ts'
import type { ItrSecret, ItrStatusProxyOptions, ItrUpstream } from './ItrStatusProxyOptions.ts'
import { postUpstream } from './postUpstream.ts'

/** The options, checked and with their defaults. */
export interface Settings {
  apiKey: ItrSecret
  apiSecret: ItrSecret
  resolveJob: ItrStatusProxyOptions['resolveJob']
  url: string
  upstream: ItrUpstream
  allowedOrigins: ReadonlySet<string>
  upstreamTimeout: number
  minUpstreamInterval: number
  cache: ItrStatusCache | undefined
  exposeReportUrl: boolean
  onEvent: ItrStatusProxyOptions['onEvent']
}

/** @throws {TypeError} names the first option that cannot be used, why, and what to give instead. Secrets are not shown. */
export function resolveProxyOptions(options: ItrStatusProxyOptions): Settings {
  return {
    apiKey: secret('apiKey', options.apiKey),
    apiSecret: secret('apiSecret', options.apiSecret),
    resolveJob: func(
      'resolveJob',
      options.resolveJob,
      'Give one that returns the job id behind a handle if this caller may see it, else null',
    ),
    url: `${base('baseUrl', options.baseUrl ?? 'https://api.finpass.ai/api/v1')}/itr-analyzer/status`,
    upstream: func(
      'upstream',
      options.upstream ?? postUpstream,
      'Give one that resolves to a Response, or leave it out',
    ),
    allowedOrigins: origins('allowedOrigins', options.allowedOrigins ?? []),
    upstreamTimeout: duration('upstreamTimeout', options.upstreamTimeout ?? 10_000, 1),
    minUpstreamInterval: duration('minUpstreamInterval', options.minUpstreamInterval ?? 5000, 0),
    cache: optional(options.cache, (cache) => store('cache', cache)),
    exposeReportUrl: flag('exposeReportUrl', options.exposeReportUrl ?? false),
    onEvent: optional(options.onEvent, (onEvent) =>
      func('onEvent', onEvent, 'Give one that takes an event, or leave it out'),
    ),
  }
}

const optional = <T>(value: T | null | undefined, read: (value: T) => T): T | undefined =>
  value === undefined || value === null ? undefined : read(value)

const wrong = (option: string, problem: string, fix: string) =>
  new TypeError(`createItrStatusProxy: ${option} ${problem}. ${fix}.`)

function secret(option: string, value: ItrSecret): ItrSecret {
  const fix = 'Give the one of your Finpass account, or an async function that fetches it'
  if (typeof value === 'function') return value
  if (typeof value !== 'string') throw wrong(option, 'is missing', fix)
  if (value.trim() === '') throw wrong(option, 'is blank', fix)
  if (!isHeaderValue(value)) throw wrong(option, 'has characters that no header may carry', fix)
  return value
}

function func<T>(option: string, value: T, fix: string): T {
  if (typeof value !== 'function') throw wrong(option, 'is not a function', fix)
  return value
}

function duration(option: string, value: number, least: number): number {
  if (typeof value === 'number' && value >= least && value <= MAX_TIMEOUT_MS) return value
  const shown = typeof value === 'number' ? value : `a ${typeof value}`
  throw wrong(option, `is ${shown}`, `Give a number of ms from ${least} to ${MAX_TIMEOUT_MS}`)
}

function flag(option: string, value: boolean): boolean {
  if (typeof value !== 'boolean') throw wrong(option, 'is not a boolean', 'Give true or false')
  return value
}

function store(option: string, value: ItrStatusCache): ItrStatusCache {
  if (typeof value.get === 'function' && typeof value.set === 'function') return value
  throw wrong(
    option,
    'lacks get or set',
    'Give a store with get(key) and set(key, value, ttlMs), or leave it out',
  )
}

const isLoopback = (hostname: string) => /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname)

/** Without a slash at its end. The value is never shown, since it might hold a password. */
function base(option: string, value: string): string {
  const url = toUrl(value)
  if (!url) throw wrong(option, 'is not a URL', 'Give one like https://api.finpass.ai/api/v1')
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname))) {
    throw wrong(option, 'is not https', 'Secrets travel over it: only a loopback address may be http')
  }
  if (url.username || url.password) {
    throw wrong(option, 'holds credentials', 'Take them out: apiKey and apiSecret are sent as headers')
  }
  if (url.search || url.hash) {
    throw wrong(option, 'has a query or a fragment', 'Take it out: /itr-analyzer/status is put behind it')
  }
  return url.origin + url.pathname.replace(/\/+$/, '')
}

function origins(option: string, value: readonly string[]): ReadonlySet<string> {
  if (!Array.isArray(value)) {
    throw wrong(option, 'is not an array', "Give one like ['https://app.example.com']")
  }
  return new Set(
    value.map((entry: unknown, index) => {
      const url = toUrl(entry)
      const origin = url?.host && `${url.protocol}//${url.host}`
      if (origin && (url.href === origin || url.href === `${origin}/`)) return origin
      throw wrong(
        `${option}[${index}]`,
        'is not an origin',
        'Give one like https://app.example.com, without a path',
      )
    }),
  )
}

function toUrl(value: unknown): URL | null {
  try {
    return new URL(value as string)
  } catch {
    return null
  }
}
