import { createHash, hkdfSync } from 'node:crypto'
import fc from 'fast-check'
import { compactDecrypt, EncryptJWT } from 'jose'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createItrJobHandles, type ItrJobHandlesOptions } from '../../src/proxy/index.ts'
import { ask, createProxy, flat, JOB_ID } from './asking.ts'

const OLD = 'an old secret of thirty-two characters'
const NEW = 'a new secret of thirty-two characters!'
const ASHA = 'user-asha'
const TTL = 90_500

const createHandles = (options: Partial<ItrJobHandlesOptions> = {}) =>
  createItrJobHandles({ secrets: [OLD], ttl: TTL, ...options })

const headerOf = (handle: string) =>
  JSON.parse(Buffer.from(handle.split('.')[0]!, 'base64url').toString()) as Record<string, unknown>

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

describe('a handle', () => {
  it('opens to the job id for the subject it was sealed for, by any instance with the secret', async () => {
    const handle = await createHandles().seal(JOB_ID, ASHA)
    expect(await createHandles().open(handle, ASHA)).toBe(JOB_ID)
  })

  it('opens for nobody else, and not for nobody', async () => {
    const handles = createHandles()
    const handle = await handles.seal(JOB_ID, ASHA)
    for (const subject of ['user-ravi', 'user-ash', 'user-asha ', '', undefined, null, [ASHA]]) {
      expect(await handles.open(handle, subject as string)).toBeNull()
    }
  })

  it('opens until its ttl is over, to the millisecond', async () => {
    const handles = createHandles()
    const handle = await handles.seal(JOB_ID, ASHA)
    vi.setSystemTime(Date.now() + TTL - 1)
    expect(await handles.open(handle, ASHA)).toBe(JOB_ID)
    vi.setSystemTime(Date.now() + 1)
    expect(await handles.open(handle, ASHA)).toBeNull()
  })

  it('shows neither the job nor the subject, and is another one each time', async () => {
    const handles = createHandles()
    const [one, other] = await Promise.all([handles.seal(JOB_ID, ASHA), handles.seal(JOB_ID, ASHA)])
    expect(one).not.toBe(other)
    const shown = one
      .split('.')
      .map((part) => Buffer.from(part, 'base64url').toString('latin1'))
      .join('|')
    for (const canary of [JOB_ID, ASHA, OLD]) expect(`${one} ${shown}`).not.toContain(canary)
    expect(headerOf(one)).toEqual({
      alg: 'dir',
      enc: 'A256GCM',
      kid: expect.stringMatching(/^[0-9a-f]{16}$/),
    })
  })

  it('goes where a URL, a header or a form field goes', async () => {
    expect(await createHandles().seal(JOB_ID, ASHA)).toMatch(/^[\w.-]{100,400}$/)
  })

  it('that was changed anywhere opens to null', async () => {
    const handles = createHandles()
    const handle = await handles.seal(JOB_ID, ASHA)
    for (let at = 0; at < handle.length; at++) {
      const other = handle[at] === 'A' ? 'Q' : 'A'
      expect(await handles.open(handle.slice(0, at) + other + handle.slice(at + 1), ASHA)).toBeNull()
    }
    // Of the last character base64url reads but two bits (RFC 4648 §3.5).
    for (const other of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_') {
      const spelled = handle.slice(0, -1) + other
      expect(await handles.open(spelled, ASHA)).toBe(spelled === handle ? JOB_ID : null)
    }
    for (const spelled of [
      `${handle} `,
      `${handle}\n`,
      `${handle}==`,
      ` ${handle}`,
      handle.replace('..', '. .'),
    ])
      expect(await handles.open(spelled, ASHA)).toBeNull()
  })

  it('opens to null whatever it is', async () => {
    const handles = createHandles()
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.anything(), fc.string(), fc.base64String()), async (value) => {
        expect(await handles.open(value as string, ASHA)).toBeNull()
      }),
    )
  })

  it('of nobody, of no job or of more than a request carries cannot be made', async () => {
    const handles = createHandles()
    for (const nothing of ['', ' ', undefined, null, 7]) {
      await expect(handles.seal(nothing as string, ASHA)).rejects.toThrow(
        /`jobId` is empty or not a string\. Expected a job id/,
      )
      await expect(handles.seal(JOB_ID, nothing as string)).rejects.toThrow(
        /`subject` is empty or not a string\. Expected a job id/,
      )
    }
    const [longest, tooLong] = ['x'.repeat(2800), 'x'.repeat(3000)]
    const handle = await handles.seal(JOB_ID, longest)
    expect(await handles.open(handle, longest)).toBe(JOB_ID)
    const { proxy } = createProxy({ resolveJob: (given) => handles.open(given, longest) })
    expect((await proxy(ask({ body: { job_id: handle } }))).status).toBe(200)
    await expect(handles.seal(JOB_ID, tooLong)).rejects.toThrow(TypeError)
    await expect(handles.seal(JOB_ID, tooLong)).rejects.toThrow(
      /`jobId` is too long together with `subject`\. Expected ids/,
    )
    await expect(handles.seal(JOB_ID, tooLong)).rejects.not.toThrow(tooLong)
  })

  it('serves as it is for resolveJob', async () => {
    const handles = createHandles()
    const { proxy, calls } = createProxy({
      resolveJob: (handle, request) => handles.open(handle, request.headers.get('X-User') ?? ''),
      upstream: () => Response.json(flat()),
    })
    const body = { job_id: await handles.seal(JOB_ID, ASHA) }
    expect((await proxy(ask({ body, headers: { 'X-User': 'user-ravi' } }))).status).toBe(404)
    expect((await proxy(ask({ body }))).status).toBe(404)
    expect(calls).toEqual([])
    const response = await proxy(ask({ body, headers: { 'X-User': ASHA } }))
    expect(await response.json()).toMatchObject(body)
    expect(calls.map(({ jobId }) => jobId)).toEqual([JOB_ID])
  })
})

describe('secrets', () => {
  it('rotate: the first one seals, each of them opens, and a dropped one no longer', async () => {
    const before = createHandles({ secrets: [OLD] })
    const during = createHandles({ secrets: [NEW, OLD] })
    const after = createHandles({ secrets: [NEW] })
    const [old, fresh] = [await before.seal(JOB_ID, ASHA), await during.seal(JOB_ID, ASHA)]

    expect(await during.open(old, ASHA)).toBe(JOB_ID)
    expect(await during.open(fresh, ASHA)).toBe(JOB_ID)
    expect(await after.open(fresh, ASHA)).toBe(JOB_ID)
    expect(await after.open(old, ASHA)).toBeNull()
    expect(await before.open(fresh, ASHA)).toBeNull()
  })

  it.each<[string, unknown, RegExp]>([
    [
      'none',
      undefined,
      /`secrets` is not an array\. Expected an array of strings of at least 32 random characters/,
    ],
    ['one that is not in an array', OLD, /`secrets` is not an array/],
    ['an empty array', [], /`secrets` is empty/],
    ['a short one', ['x'.repeat(31)], /`secrets\[0\]` is too short/],
    ['a short one behind a good one', [OLD, 'short-canary'], /`secrets\[1\]` is too short/],
    ['a blank one', [' '.repeat(40)], /`secrets\[0\]` is too short/],
    ['an undefined one', [undefined], /`secrets\[0\]` is not a string/],
    // oxlint-disable-next-line no-sparse-arrays -- that is the mistake
    ['a hole', [, OLD], /`secrets\[0\]` is not a string/],
  ])('are refused at once where there is %s', (_, secrets, message) => {
    const create = () => createHandles({ secrets: secrets as string[] })
    expect(create).toThrow(TypeError)
    expect(create).toThrow(message)
    expect(create).not.toThrow(/canary|an old secret/)
  })

  it('are the same with blanks around them, as a list or a file has them', async () => {
    const handle = await createHandles({ secrets: [` ${OLD}\n`] }).seal(JOB_ID, ASHA)
    expect(await createHandles({ secrets: [OLD] }).open(handle, ASHA)).toBe(JOB_ID)
  })

  it('of 32 characters are long enough', async () => {
    const handles = createHandles({ secrets: ['x'.repeat(32)] })
    expect(await handles.open(await handles.seal(JOB_ID, ASHA), ASHA)).toBe(JOB_ID)
  })
})

it.each([
  [0, 'is 0'],
  [-1, 'is -1'],
  [NaN, 'is NaN'],
  [Infinity, 'is Infinity'],
  ['60000', 'is not a number'],
  [undefined, 'is not a number'],
])('a ttl of %s is refused at once', (ttl, shown) => {
  expect(() => createHandles({ ttl: ttl as number })).toThrow(
    `\`ttl\` ${shown}. Expected a positive number of milliseconds`,
  )
})

describe('a token that somebody else made', () => {
  const key = new Uint8Array(32).fill(7)

  it('with our kid and another key is null', async () => {
    const handles = createHandles()
    const { kid } = headerOf(await handles.seal(JOB_ID, ASHA))
    const forged = await new EncryptJWT({ job_id: JOB_ID, exp: 9e9 })
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid: kid as string })
      .setAudience('itr-progress')
      .setSubject(ASHA)
      .encrypt(key)
    expect(await handles.open(forged, ASHA)).toBeNull()
    await expect(compactDecrypt(forged, key)).resolves.toBeDefined()
  })

  it('with another algorithm, or unsigned and unencrypted, is null', async () => {
    const handles = createHandles()
    const { kid } = headerOf(await handles.seal(JOB_ID, ASHA))
    const claims = { job_id: JOB_ID, aud: 'itr-progress', sub: ASHA, exp: 9e9 }
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const tokens = [
      await new EncryptJWT(claims)
        .setProtectedHeader({ alg: 'A256KW', enc: 'A256GCM', kid: kid as string })
        .encrypt(key),
      `${part({ alg: 'none', kid })}.${part(claims)}.`,
      `${part({ alg: 'HS256', kid })}.${part(claims)}.${Buffer.alloc(32).toString('base64url')}`,
    ]
    for (const token of tokens) expect(await handles.open(token, ASHA)).toBeNull()
  })
})

describe('a token under a key of ours', () => {
  const key = new Uint8Array(hkdfSync('sha256', OLD, '', 'itr-progress job handle', 32))
  const kid = createHash('sha256').update(key).digest('hex').slice(0, 16)
  const seal = (header: object = {}, audience = 'itr-progress') =>
    new EncryptJWT({ job_id: JOB_ID, exp: 9e9 })
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid, ...header })
      .setAudience(audience)
      .setSubject(ASHA)
      .encrypt(key)

  it('is a handle, so that an instance of another version opens it', async () => {
    expect(await createHandles().open(await seal(), ASHA)).toBe(JOB_ID)
  })

  it.each([
    ['another way to the key', { alg: 'A256KW' }, undefined],
    ['another cipher', { enc: 'A128CBC-HS256' }, undefined],
    ['another name of the key', { kid: '0123456789abcdef' }, undefined],
    ['another audience', {}, 'another service'],
  ])('is none with %s', async (_, header, audience) => {
    expect(await createHandles().open(await seal(header, audience), ASHA)).toBeNull()
  })
})
