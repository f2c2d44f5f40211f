import { describe, expect, it } from 'vitest'
import { createItrStatusProxy, type ItrStatusProxyOptions } from '../../src/proxy/index.ts'
import { ask, createProxy, flat } from './asking.ts'

const valid = { apiKey: 'a key', apiSecret: 'a secret', resolveJob: () => null }
const create = (options: object) => createItrStatusProxy({ ...valid, ...options })

describe('an option that cannot be used is refused at creation, by name, with the fix', () => {
  it.each([
    [{ apiKey: undefined }, /`apiKey` is missing\. Expected the value from your Finpass account/],
    [{ apiKey: '' }, /`apiKey` is blank\. Expected the/],
    [{ apiSecret: ' \n' }, /`apiSecret` is blank\. Expected the/],
    [{ apiSecret: null }, /`apiSecret` is missing\. Expected the/],
    [{ apiKey: 'a\nkey' }, /`apiKey` has characters that a header cannot contain\. Expected/],
    [
      { resolveJob: undefined },
      /`resolveJob` is not a function\. Expected a function that returns the job id/,
    ],
    [{ resolveJob: true }, /`resolveJob` is not a function/],
    [
      { upstream: 'https://x.example' },
      /`upstream` is not a function\. Expected a function that resolves to a Response/,
    ],
    [{ onEvent: 'log' }, /`onEvent` is not a function\. Expected a function that takes an event/],
    [{ cache: { get: () => null } }, /`cache` lacks get or set\. Expected an object with get/],
    [{ cache: { set: () => null } }, /`cache` lacks get or set\. Expected an object with get/],
    [{ cache: 'redis://' }, /`cache` lacks get or set/],
    [{ exposeReportUrl: 'false' }, /`exposeReportUrl` is not a boolean\. Expected true or false/],
    [
      { upstreamTimeout: 0 },
      /`upstreamTimeout` is 0\. Expected a number of milliseconds from 1 to 2147483647/,
    ],
    [{ upstreamTimeout: -1 }, /`upstreamTimeout` is -1/],
    [{ upstreamTimeout: NaN }, /`upstreamTimeout` is NaN/],
    [{ upstreamTimeout: Infinity }, /`upstreamTimeout` is Infinity/],
    [{ upstreamTimeout: 2 ** 31 }, /`upstreamTimeout` is 2147483648/],
    [{ upstreamTimeout: '10000' }, /`upstreamTimeout` is not a number/],
    [{ minUpstreamInterval: -1 }, /`minUpstreamInterval` is -1\. Expected a number of milliseconds from 0/],
    [{ minUpstreamInterval: Infinity }, /`minUpstreamInterval` is Infinity/],
    [{ baseUrl: 'api.finpass.ai' }, /`baseUrl` is not a URL\. Expected an https URL such as https:/],
    [{ baseUrl: '' }, /`baseUrl` is not a URL/],
    [
      { baseUrl: 'http://api.finpass.ai' },
      /`baseUrl` is not https\. Expected an https URL: only a loopback address/,
    ],
    [{ baseUrl: 'http://localhost.evil.example' }, /`baseUrl` is not https/],
    [{ baseUrl: 'http://evil-localhost' }, /`baseUrl` is not https/],
    [{ baseUrl: 'http://127.0.0.1.evil.example' }, /`baseUrl` is not https/],
    [{ baseUrl: 'ftp://localhost' }, /`baseUrl` is not https/],
    [{ baseUrl: 'https://me:pw@x.example' }, /`baseUrl` contains credentials\. Expected an https URL/],
    [{ baseUrl: 'https://x.example/?a=b' }, /`baseUrl` has a query or a fragment\. Expected an https URL/],
    [{ baseUrl: 'https://x.example/#a' }, /`baseUrl` has a query or a fragment/],
    [{ allowedOrigins: 'https://x.example' }, /`allowedOrigins` is not an array\. Expected an array such as/],
    [
      { allowedOrigins: ['https://x.example', '*'] },
      /`allowedOrigins\[1\]` is not an origin\. Expected an origin such as/,
    ],
    [{ allowedOrigins: ['null'] }, /`allowedOrigins\[0\]` is not an origin/],
    [{ allowedOrigins: ['https://x.example/path'] }, /`allowedOrigins\[0\]` is not an origin/],
    [{ allowedOrigins: ['https://x.example?a'] }, /`allowedOrigins\[0\]` is not an origin/],
    [{ allowedOrigins: ['https://me@x.example'] }, /`allowedOrigins\[0\]` is not an origin/],
    [{ allowedOrigins: ['file:///x'] }, /`allowedOrigins\[0\]` is not an origin/],
    [{ allowedOrigins: [undefined] }, /`allowedOrigins\[0\]` is not an origin/],
  ])('%o', (options, message) => {
    expect(() => create(options)).toThrow(TypeError)
    expect(() => create(options)).toThrow(message)
    expect(() => create(options)).toThrow(/^itr-progress: /)
  })

  it('no options at all', () => {
    expect(() => createItrStatusProxy(undefined as unknown as ItrStatusProxyOptions)).toThrow(
      /itr-progress: `apiKey` is missing/,
    )
  })
})

describe('the message of a refused option holds no secret', () => {
  it.each([
    { apiKey: 'canary\nkey' },
    { apiSecret: 'canary-\u20ac' },
    { baseUrl: 'https://user:canary@api.example' },
    { baseUrl: 'https://canary@api.example' },
    { baseUrl: 'canary' },
    { baseUrl: 'http://api.example/canary' },
    { baseUrl: 'https://api.example/?token=canary' },
    { allowedOrigins: ['https://x:canary@api.example'] },
    { upstreamTimeout: 'canary' },
    { cache: 'canary' },
  ])('%o', (options) => {
    expect(() => create(options)).toThrow(/^itr-progress: (?:(?!canary)[^])*$/)
  })

  it('a base URL with a password is told apart from one without https', () => {
    expect(() => create({ baseUrl: 'https://:canary@api.example' })).toThrow(/`baseUrl` contains credentials/)
    expect(() => create({ baseUrl: 'https://canary@api.example' })).toThrow(/`baseUrl` contains credentials/)
  })
})

describe('what can be used is taken', () => {
  it.each([
    ['https://api.example', 'https://api.example/itr-analyzer/status'],
    ['https://api.example/api/v1', 'https://api.example/api/v1/itr-analyzer/status'],
    ['https://api.example/api/v1/', 'https://api.example/api/v1/itr-analyzer/status'],
    ['https://api.example/api/v1//', 'https://api.example/api/v1/itr-analyzer/status'],
    ['https://api.example/?', 'https://api.example/itr-analyzer/status'],
    ['http://localhost:4000/api', 'http://localhost:4000/api/itr-analyzer/status'],
    ['http://127.0.0.1:4000', 'http://127.0.0.1:4000/itr-analyzer/status'],
    ['http://127.100.20.30:4000', 'http://127.100.20.30:4000/itr-analyzer/status'],
    ['http://[::1]:4000', 'http://[::1]:4000/itr-analyzer/status'],
    [undefined, 'https://api.finpass.ai/api/v1/itr-analyzer/status'],
  ])('a base URL of %s asks %s', async (baseUrl, url) => {
    const { proxy, calls } = createProxy({ baseUrl })
    await proxy(ask())
    expect(calls.map((call) => call.url)).toEqual([url])
  })

  it('the least and the most of a duration, and undefined for whatever has a default', () => {
    create({ upstreamTimeout: 1, minUpstreamInterval: 0 })
    create({ upstreamTimeout: 2 ** 31 - 1, minUpstreamInterval: 2 ** 31 - 1 })
    create({
      baseUrl: undefined,
      upstream: undefined,
      allowedOrigins: undefined,
      upstreamTimeout: undefined,
      minUpstreamInterval: undefined,
      cache: undefined,
      exposeReportUrl: undefined,
      onEvent: undefined,
    })
  })

  it('null for what may be left out', async () => {
    const { proxy } = createProxy({ cache: null as never, onEvent: null as never })
    expect((await proxy(ask())).status).toBe(200)
  })

  it('options that are changed later change nothing', async () => {
    const options = {
      ...valid,
      resolveJob: () => null as string | null,
      upstream: async () => Response.json(flat()),
    }
    const proxy = createItrStatusProxy(options)
    options.resolveJob = () => 'a job'
    expect((await proxy(ask())).status).toBe(404)
  })
})
