import { createHash, hkdfSync } from 'node:crypto'
import fc from 'fast-check'
import { EncryptJWT } from 'jose'
import { beforeEach, describe, expect, it } from 'vitest'
import { createItrJobHandles, type ItrJobHandlesOptions } from '../../src/proxy/index.ts'
import { createProxy, JOB_ID, OK, poll, useFakeClock } from './createProxy.ts'

const OLD = 'an old secret of thirty-two characters'
const NEW = 'a new secret of thirty-two characters!'
const ASHA = 'user-asha'
const TTL = 90_500

const advance = useFakeClock()

const createHandles = (options: Partial<ItrJobHandlesOptions> = {}) =>
  createItrJobHandles({ secrets: [OLD], ttl: TTL, ...options })

let handles: ReturnType<typeof createHandles>
beforeEach(() => {
  handles = createHandles()
})

const headerOf = (handle: string) =>
  JSON.parse(Buffer.from(handle.split('.')[0]!, 'base64url').toString()) as { kid: string }

describe('seal', () => {
  it('hides the job and the subject, and gives another handle each time', async () => {
    const [handle, other] = [await handles.seal(JOB_ID, ASHA), await handles.seal(JOB_ID, ASHA)]
    expect(handle).not.toBe(other)
    const decoded = handle.split('.').map((part) => Buffer.from(part, 'base64url').toString('latin1'))
    for (const canary of [JOB_ID, ASHA, OLD]) expect(`${handle} ${decoded.join('|')}`).not.toContain(canary)
    expect(headerOf(handle)).toEqual({
      alg: 'dir',
      enc: 'A256GCM',
      kid: expect.stringMatching(/^[0-9a-f]{16}$/),
    })
    // Fits in a URL, a header and a form field.
    expect(handle).toMatch(/^[\w.-]{100,400}$/)
  })

  it.each(['', ' ', undefined, null, 7])('throws for %j', async (value) => {
    const problem = 'is empty or not a string. Expected a job id and'
    await expect(handles.seal(value as string, ASHA)).rejects.toThrow(`itr-progress: \`jobId\` ${problem}`)
    await expect(handles.seal(JOB_ID, value as string)).rejects.toThrow(
      `itr-progress: \`subject\` ${problem}`,
    )
  })

  it('throws if the handle would be too long for a request', async () => {
    const [longest, tooLong] = ['x'.repeat(2800), 'x'.repeat(3000)]
    const handle = await handles.seal(JOB_ID, longest)
    const { proxy } = createProxy({ resolveJob: (given) => handles.open(given, longest) })
    expect(await poll(proxy, { body: { job_id: handle } })).toEqual(OK)
    const sealing = handles.seal(JOB_ID, tooLong)
    await expect(sealing).rejects.toThrow(TypeError)
    await expect(sealing).rejects.toThrow(
      /^itr-progress: `jobId` is too long together with `subject`\. Expected ids .{10,80}\.$/,
    )
  })
})

describe('open', () => {
  it('returns the job id to its subject, in every instance with the secret', async () => {
    const handle = await handles.seal(JOB_ID, ASHA)
    expect(await createHandles().open(handle, ASHA)).toBe(JOB_ID)
    for (const subject of ['user-ravi', 'user-ash', 'user-asha ', '', undefined, null, [ASHA]])
      expect(await handles.open(handle, subject as string)).toBeNull()
  })

  it('returns null after ttl, to the millisecond', async () => {
    const handle = await handles.seal(JOB_ID, ASHA)
    advance(TTL - 1)
    expect(await handles.open(handle, ASHA)).toBe(JOB_ID)
    advance(1)
    expect(await handles.open(handle, ASHA)).toBeNull()
  })

  it('returns null for a handle that was changed anywhere', async () => {
    const handle = await handles.seal(JOB_ID, ASHA)
    const changed = [...handle].map(
      (letter, at) => handle.slice(0, at) + (letter === 'A' ? 'Q' : 'A') + handle.slice(at + 1),
    )
    // base64url ignores some bits of the last letter (RFC 4648 §3.5).
    for (const last of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_')
      changed.push(handle.slice(0, -1) + last)
    changed.push(`${handle} `, `${handle}\n`, `${handle}==`, ` ${handle}`, handle.replace('..', '. .'))
    for (const spelling of changed)
      expect(await handles.open(spelling, ASHA)).toBe(spelling === handle ? JOB_ID : null)
  })

  it('returns null for any other value', async () => {
    const value = fc.oneof(fc.anything(), fc.string(), fc.base64String())
    await fc.assert(
      fc.asyncProperty(value, async (value) => {
        expect(await handles.open(value as string, ASHA)).toBeNull()
      }),
    )
  })
})

describe('secrets', () => {
  // The order of docs/proxy.md. While a step is rolled out, instances with the old and the new configuration run side by side.
  it.each([
    ['adding the new secret last', [OLD], [OLD, NEW]],
    ['moving the new secret first', [OLD, NEW], [NEW, OLD]],
    ['removing the old secret', [NEW, OLD], [NEW]],
  ])('rotate by %s: a handle of each instance opens in both', async (_, before, after) => {
    const instances = [before, after].map((secrets) => createHandles({ secrets }))
    for (const sealing of instances) {
      const handle = await sealing.seal(JOB_ID, ASHA)
      for (const opening of instances) expect(await opening.open(handle, ASHA)).toBe(JOB_ID)
    }
  })

  it('seal with the first one', async () => {
    const handle = await createHandles({ secrets: [NEW, OLD] }).seal(JOB_ID, ASHA)
    expect(await createHandles({ secrets: [OLD] }).open(handle, ASHA)).toBeNull()
    expect(await createHandles({ secrets: [NEW] }).open(handle, ASHA)).toBe(JOB_ID)
  })

  it('may begin and end with equal characters, as base64 does', async () => {
    const secrets = ['aaG9sZCB0aGUgZG9vciBvZiB0aGUgaG91c2Ugb2YgQXNoYQ==']
    const handle = await createHandles({ secrets }).seal(JOB_ID, ASHA)
    expect(await createHandles({ secrets }).open(handle, ASHA)).toBe(JOB_ID)
  })

  it('may have 32 characters, and blanks around them', async () => {
    const secret = 'xy'.repeat(16)
    const handle = await createHandles({ secrets: [` ${secret}\n`] }).seal(JOB_ID, ASHA)
    expect(await createHandles({ secrets: [secret] }).open(handle, ASHA)).toBe(JOB_ID)
  })
})

describe('createItrJobHandles', () => {
  const expectedSecrets = 'an array of strings of at least 32 random characters each; the first one seals'
  const placeholder = 'is a placeholder, not a random value'
  const expectedTtl = 'milliseconds from 60000 (a minute) to 2592000000 (30 days), for example 30 * 60_000'

  it.each<[object, string]>([
    [{ secrets: undefined }, '`secrets` is not an array'],
    [{ secrets: OLD }, '`secrets` is not an array'],
    [{ secrets: [] }, '`secrets` is empty'],
    [{ secrets: ['x'.repeat(31)] }, '`secrets[0]` is too short'],
    [{ secrets: [' '.repeat(40)] }, '`secrets[0]` is too short'],
    [{ secrets: [OLD, 'short-canary'] }, '`secrets[1]` is too short'],
    [{ secrets: [OLD, 'x'.repeat(40)] }, `\`secrets[1]\` ${placeholder}`],
    [{ secrets: ['😀'.repeat(32)] }, `\`secrets[0]\` ${placeholder}`],
    [{ secrets: ['Change-Me, a secret of 32 characters'] }, `\`secrets[0]\` ${placeholder}`],
    [{ secrets: ['changeme, a secret of 32 characters'] }, `\`secrets[0]\` ${placeholder}`],
    [{ secrets: [undefined] }, '`secrets[0]` is not a string'],
    // oxlint-disable-next-line no-sparse-arrays -- a possible mistake
    [{ secrets: [, OLD] }, '`secrets[0]` is not a string'],
    ...[59_999, 2_592_000_001, -1, NaN, Infinity].map((ttl): [object, string] => [
      { ttl },
      `\`ttl\` is ${ttl}`,
    ]),
    [{ ttl: '60000' }, '`ttl` is not a number'],
    [{ ttl: undefined }, '`ttl` is not a number'],
  ])('throws for %j: %s', (options, problem) => {
    const expected = 'ttl' in options ? expectedTtl : expectedSecrets
    const create = () => createHandles(options)
    expect(create).toThrow(TypeError)
    expect(create).toThrow(`itr-progress: ${problem}. Expected ${expected}.`)
  })

  it('accepts the limits of ttl', () => {
    for (const ttl of [60_000, 2_592_000_000]) expect(createHandles({ ttl })).toHaveProperty('seal')
  })
})

describe('secrets as a function', () => {
  it.each([
    ['a function', () => [OLD]],
    ['an async function', async () => [OLD]],
  ])('may be %s, which is called at each seal and open', async (_, secrets) => {
    const handle = await createHandles({ secrets }).seal(JOB_ID, ASHA)
    expect(await handles.open(handle, ASHA)).toBe(JOB_ID)
    expect(await createHandles({ secrets }).open(handle, ASHA)).toBe(JOB_ID)
  })

  it('rejects if the function throws or returns unusable secrets, so that no person is told "not found"', async () => {
    const handle = await handles.seal(JOB_ID, ASHA)
    const broken = createHandles({
      secrets: () => {
        throw new Error('no vault')
      },
    })
    await expect(broken.open(handle, ASHA)).rejects.toThrow('no vault')
    await expect(broken.seal(JOB_ID, ASHA)).rejects.toThrow('no vault')
    const empty = createHandles({ secrets: () => [process.env.NOT_SET as string] })
    await expect(empty.open(handle, ASHA)).rejects.toThrow('`secrets[0]` is not a string')
  })
})

describe('a token of another issuer', () => {
  const key = new Uint8Array(hkdfSync('sha256', OLD, '', 'itr-progress job handle', 32))
  const kid = createHash('sha256').update(key).digest('hex').slice(0, 16)
  const otherKey = new Uint8Array(32).fill(7)
  const claims = { job_id: JOB_ID, aud: 'itr-progress', sub: ASHA, exp: 9e9 }
  const seal = (header: object = {}, changes: object = {}, withKey = key) =>
    new EncryptJWT({ ...claims, ...changes })
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid, ...header })
      .encrypt(withKey)

  it('opens if it has the documented format', async () => {
    expect(await handles.open(await seal(), ASHA)).toBe(JOB_ID)
  })

  it('opens for an equal subject in another Unicode normalization form', async () => {
    const [composed, decomposed] = ['Zo\u00eb', 'Zoe\u0308']
    expect(await handles.open(await seal({}, { sub: decomposed }), composed)).toBe(JOB_ID)
    expect(await handles.open(await seal({}, { sub: composed }), decomposed)).toBe(JOB_ID)
  })

  it.each<[string, () => string | Promise<string>]>([
    ['another key', () => seal({}, {}, otherKey)],
    ['another key management', () => seal({ alg: 'A256KW' })],
    ['another cipher', () => seal({ enc: 'A128CBC-HS256' })],
    ['another key id', () => seal({ kid: '0123456789abcdef' })],
    ['another audience', () => seal({}, { aud: 'another service' })],
    ['no subject', () => seal({}, { sub: undefined })],
    ['no job id', () => seal({}, { job_id: undefined })],
    ['an empty job id', () => seal({}, { job_id: '' })],
    ['a number as job id', () => seal({}, { job_id: 5 })],
    ['no encryption', () => unencrypted('none', '')],
    ['a signature instead of encryption', () => unencrypted('HS256', Buffer.alloc(32).toString('base64url'))],
  ])('is null with %s', async (_, create) => {
    expect(await handles.open(await create(), ASHA)).toBeNull()
  })

  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const unencrypted = (alg: string, signature: string) => `${part({ alg, kid })}.${part(claims)}.${signature}`
})
