import { describe, expect, it } from 'vitest'
import { createItrStatusProxy, type ItrStatusProxyOptions } from '../../src/proxy/index.ts'
import { createProxy, flatJob, OK, poll } from './createProxy.ts'

const valid = { apiKey: 'a key', apiSecret: 'a secret', resolveJob: (): string | null => null }
const create = (options: object) => createItrStatusProxy({ ...valid, ...options })

describe('createItrStatusProxy', () => {
  it.each<[object, string, string]>([
    [{ apiKey: undefined }, 'apiKey', 'is missing'],
    [{ apiSecret: null }, 'apiSecret', 'is missing'],
    [{ apiKey: '' }, 'apiKey', 'is blank'],
    [{ apiSecret: ' \n' }, 'apiSecret', 'is blank'],
    [{ apiKey: 'canary\nkey' }, 'apiKey', 'has characters that a header cannot contain'],
    [{ apiSecret: 'canary-\u20ac' }, 'apiSecret', 'has characters that a header cannot contain'],
    [{ resolveJob: undefined }, 'resolveJob', 'is not a function'],
    [{ resolveJob: true }, 'resolveJob', 'is not a function'],
    [{ upstream: 'https://canary.example' }, 'upstream', 'is not a function'],
    [{ onEvent: 'canary' }, 'onEvent', 'is not a function'],
    [{ cache: { get: () => null } }, 'cache', 'lacks get or set'],
    [{ cache: { set: () => null } }, 'cache', 'lacks get or set'],
    [{ cache: 'canary' }, 'cache', 'lacks get or set'],
    [{ exposeReportUrl: 'false' }, 'exposeReportUrl', 'is not a boolean'],
    ...['upstreamTimeout', 'resolveTimeout', 'bodyTimeout'].flatMap((option): [object, string, string][] => [
      ...[0, -1, NaN, Infinity, 2 ** 31].map((ms): [object, string, string] => [
        { [option]: ms },
        option,
        `is ${ms}. Expected a number of milliseconds from 1 to 2147483647`,
      ]),
      ...['canary', '5000'].map((text): [object, string, string] => [
        { [option]: text },
        option,
        'is not a number',
      ]),
    ]),
    [
      { minUpstreamInterval: -1 },
      'minUpstreamInterval',
      'is -1. Expected a number of milliseconds from 0 to',
    ],
    [{ minUpstreamInterval: Infinity }, 'minUpstreamInterval', 'is Infinity'],
    [{ baseUrl: 'canary' }, 'baseUrl', 'is not a URL'],
    [{ baseUrl: '' }, 'baseUrl', 'is not a URL'],
    [{ baseUrl: 'http://api.example/canary' }, 'baseUrl', 'is not https'],
    [{ baseUrl: 'http://localhost.canary.example' }, 'baseUrl', 'is not https'],
    [{ baseUrl: 'http://canary-localhost' }, 'baseUrl', 'is not https'],
    [{ baseUrl: 'http://127.0.0.1.canary.example' }, 'baseUrl', 'is not https'],
    [{ baseUrl: 'ftp://localhost' }, 'baseUrl', 'is not https'],
    [{ baseUrl: 'https://user:canary@api.example' }, 'baseUrl', 'contains credentials'],
    [{ baseUrl: 'https://canary@api.example' }, 'baseUrl', 'contains credentials'],
    [{ baseUrl: 'https://:canary@api.example' }, 'baseUrl', 'contains credentials'],
    [{ baseUrl: 'https://api.example/?token=canary' }, 'baseUrl', 'has a query or a fragment'],
    [{ baseUrl: 'https://api.example/#canary' }, 'baseUrl', 'has a query or a fragment'],
    [{ allowedOrigins: 'https://canary.example' }, 'allowedOrigins', 'is not an array'],
    [{ allowedOrigins: ['https://x.example', '*'] }, 'allowedOrigins[1]', 'is "*"'],
    ...[
      'null',
      'https://x.example/a',
      'https://x.example/.',
      'https://x.example?b',
      'https:x.example',
      'https:/x.example',
      'https:\\\\x.example',
      ' https://x.example',
      'https://x.example\t',
      'https://*.example',
      'ftp://x.example',
      'capacitor://localhost',
    ].map((entry): [object, string, string] => [
      { allowedOrigins: [entry] },
      'allowedOrigins[0]',
      `is "${entry}"`,
    ]),
    [{ allowedOrigins: ['https://x:canary@api.example'] }, 'allowedOrigins[0]', 'is not an origin'],
    [{ allowedOrigins: [undefined] }, 'allowedOrigins[0]', 'is not an origin'],
  ])('throws for %o: `%s` %s', (options, option, problem) => {
    expect(() => create(options)).toThrow(TypeError)
    expect(() => create(options)).toThrow(`itr-progress: \`${option}\` ${problem}`)
    expect(() => create(options)).toThrow(/^.+\. Expected (?!.*canary).{8,}\.$/)
    expect(() => create(options)).not.toThrow(/canary/)
  })

  it('throws without options', () => {
    const options = undefined as unknown as ItrStatusProxyOptions
    expect(() => createItrStatusProxy(options)).toThrow('itr-progress: `apiKey` is missing')
  })

  it.each([
    ['https://api.example', 'https://api.example'],
    ['https://api.example/?', 'https://api.example'],
    ['https://api.example/api/v1', 'https://api.example/api/v1'],
    ['https://api.example/api/v1//', 'https://api.example/api/v1'],
    ['http://localhost:4000/api/', 'http://localhost:4000/api'],
    ['http://127.100.20.30:4000', 'http://127.100.20.30:4000'],
    ['http://[::1]:4000', 'http://[::1]:4000'],
    [undefined, 'https://api.finpass.ai/api/v1'],
  ])('reads the baseUrl %s as %s', async (baseUrl, base) => {
    const { proxy, calls } = createProxy({ baseUrl })
    expect(await poll(proxy)).toEqual(OK)
    expect(calls.map((call) => call.url)).toEqual([`${base}/itr-analyzer/status`])
  })

  it('accepts the limits of durations, and undefined or null for every optional option', () => {
    create({ upstreamTimeout: 1, minUpstreamInterval: 0 })
    create({ upstreamTimeout: 2 ** 31 - 1, minUpstreamInterval: 2 ** 31 - 1 })
    const times = { upstreamTimeout: undefined, minUpstreamInterval: undefined }
    create({
      ...times,
      baseUrl: null,
      upstream: null,
      allowedOrigins: null,
      cache: null,
      exposeReportUrl: null,
    })
  })

  it('ignores later changes of the options', async () => {
    const options = { ...valid, upstream: async () => Response.json(flatJob()) }
    const proxy = createItrStatusProxy(options)
    options.resolveJob = () => 'a job'
    expect(await poll(proxy)).toEqual([404, 'not_found'])
  })
})
