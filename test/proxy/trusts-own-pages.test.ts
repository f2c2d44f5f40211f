import { describe, expect, it } from 'vitest'
import { ask, createProxy, seen } from './asking.ts'

const own = 'https://app.example.com'
const listed = 'https://shop.example.org'
const other = 'https://evil.example'

async function statusFor(
  headers: Record<string, string>,
  { url = `${own}/api/itr/status`, allowedOrigins = [listed] } = {},
) {
  const { proxy, calls } = createProxy({ allowedOrigins })
  const { method, body, signal } = ask()
  const request = {
    method,
    body,
    signal,
    url,
    headers: new Headers({ 'Content-Type': 'application/json', ...headers }),
  }
  const answer = await seen(await proxy(request as Request))
  expect(calls).toHaveLength(answer.status === 200 ? 1 : 0)
  if (answer.status !== 200)
    expect(answer).toMatchObject({ status: 403, body: { error_code: 'forbidden_origin' } })
  return answer.status
}

describe('Sec-Fetch-Site decides where it is there', () => {
  it('same-origin passes, whatever Origin says', async () => {
    expect(await statusFor({ 'Sec-Fetch-Site': 'same-origin' })).toBe(200)
    expect(await statusFor({ 'Sec-Fetch-Site': 'same-origin', Origin: other })).toBe(200)
  })

  it.each(['same-site', 'cross-site', 'none', '', 'Same-Origin', 'same-origin, same-origin', 'nonsense'])(
    '%s needs a listed origin: our own does not do',
    async (site) => {
      expect(await statusFor({ 'Sec-Fetch-Site': site, Origin: listed })).toBe(200)
      expect(await statusFor({ 'Sec-Fetch-Site': site, Origin: own })).toBe(403)
      expect(await statusFor({ 'Sec-Fetch-Site': site, Origin: other })).toBe(403)
      expect(await statusFor({ 'Sec-Fetch-Site': site })).toBe(403)
    },
  )
})

describe('without Sec-Fetch-Site, Origin decides', () => {
  it('our own and a listed one pass', async () => {
    expect(await statusFor({ Origin: own })).toBe(200)
    expect(await statusFor({ Origin: listed })).toBe(200)
  })

  it.each([
    other,
    'null',
    '',
    `${own}:8443`,
    `${own}/`,
    'http://app.example.com',
    `${own}.evil.example`,
    'https://evil.example/https://app.example.com',
  ])('%s does not', async (origin) => {
    expect(await statusFor({ Origin: origin })).toBe(403)
  })

  it('a caller with neither header is refused', async () => {
    expect(await statusFor({})).toBe(403)
  })

  it('a port is part of the origin', async () => {
    expect(await statusFor({ Origin: 'http://localhost:3000' }, { url: 'http://localhost:3000/x' })).toBe(200)
    expect(await statusFor({ Origin: 'http://localhost' }, { url: 'http://localhost:3000/x' })).toBe(403)
  })

  it('where TLS ends before the server, the public origin must be listed', async () => {
    const url = 'http://app.example.com/api/itr/status'
    expect(await statusFor({ Origin: own }, { url })).toBe(403)
    expect(await statusFor({ Origin: own }, { url, allowedOrigins: [own] })).toBe(200)
  })

  it.each(['not a url', 'data:text/plain,x', ''])(
    'a request url of %s has no origin that could be ours',
    async (url) => {
      expect(await statusFor({ Origin: 'null' }, { url })).toBe(403)
      expect(await statusFor({}, { url })).toBe(403)
      expect(await statusFor({ Origin: listed }, { url })).toBe(200)
    },
  )
})

describe('a listed origin is read as browsers write it', () => {
  it.each([
    ['https://Shop.Example.org', listed],
    ['https://shop.example.org/', listed],
    ['https://shop.example.org:443', listed],
    ['http://localhost:5173', 'http://localhost:5173'],
    ['capacitor://localhost', 'capacitor://localhost'],
  ])('%s admits %s', async (entry, origin) => {
    const headers = { 'Sec-Fetch-Site': 'cross-site', Origin: origin }
    expect(await statusFor(headers, { allowedOrigins: [entry] })).toBe(200)
  })

  it('no CORS header is sent to it', async () => {
    const { proxy } = createProxy({ allowedOrigins: [listed] })
    const response = await proxy(ask({ headers: { 'Sec-Fetch-Site': 'cross-site', Origin: listed } }))
    expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
  })
})
