import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { decode, encode } from 'jose/base64url'
import { jwtDecrypt } from 'jose/jwt/decrypt'
import { EncryptJWT } from 'jose/jwt/encrypt'
import { createOptionError } from '../internal/createOptionError.ts'

type Secrets = readonly string[]

export interface ItrJobHandlesOptions {
  /**
   * At least 32 characters each, without the blanks around them, from a random source (`openssl rand -base64 32`). The first
   * one seals, all of them open. A function is called at each `seal` and `open`, so a build needs no secrets.
   *
   * To rotate: add the new secret last on every instance, then move it first, and remove the old one after `ttl`.
   */
  secrets: Secrets | (() => Secrets | Promise<Secrets>)
  /** Lifetime of a handle in ms, from a minute to 30 days: as long as filling in the form may take. */
  ttl: number
}

/** Handles that contain the encrypted job id. They need no storage, and cannot be revoked before `ttl`. */
export interface ItrJobHandles {
  /**
   * Creates a handle.
   *
   * @param jobId the upstream's
   * @param subject who may open the handle: the id of the signed-in user or of the session
   * @throws {TypeError} if an argument is empty, or if the handle would be too long for a request
   */
  seal: (jobId: string, subject: string) => Promise<string>
  /**
   * Returns the job id, or null if the handle is expired, forged, damaged or of another subject. These cases cannot be told
   * apart. It rejects only if `secrets` is a function that throws or returns unusable secrets.
   */
  open: (handle: string, subject: string) => Promise<string | null>
}

const MIN_SECRET_LENGTH = 32

/** The proxy reads at most 4096 bytes of a request's body, and `{"job_id":""}` takes 13 of them. */
const MAX_HANDLE_LENGTH = 4083

const MIN_TTL = 60_000
const MAX_TTL = 30 * 24 * 60 * 60_000

const AUDIENCE = 'itr-progress'
const KEY_MANAGEMENT = 'dir'
const ENCRYPTION = 'A256GCM'

/**
 * Creates job handles for a host that stores none: a JWE (RFC 7516) with a key derived from a secret, bound to a subject and an
 * expiry. If you have a database, prefer a row with a random handle: it can be deleted (OWASP, Insecure Direct Object Reference
 * Prevention).
 *
 * @throws {TypeError} for unusable secrets or ttl. The message contains no secret.
 * @example
 * const handles = createItrJobHandles({ secrets: () => process.env.ITR_HANDLE_SECRETS!.split(','), ttl: 30 * 60_000 })
 * const handle = await handles.seal(jobId, user.id)
 * // and in the proxy
 * resolveJob: async (handle, request) => {
 *   const userId = await userIdOf(request)
 *   return userId && handles.open(handle, userId)
 * }
 */
export function createItrJobHandles({ secrets, ttl }: ItrJobHandlesOptions): ItrJobHandles {
  const keys = typeof secrets === 'function' ? null : deriveKeys(secrets)
  const getKeys = async () => keys ?? deriveKeys(await (secrets as () => Secrets | Promise<Secrets>)())
  if (typeof ttl !== 'number' || !(ttl >= MIN_TTL && ttl <= MAX_TTL)) {
    const problem = typeof ttl === 'number' ? `is ${ttl}` : 'is not a number'
    const expected = `milliseconds from ${MIN_TTL} (a minute) to ${MAX_TTL} (30 days), for example 30 * 60_000`
    throw createOptionError('ttl', problem, expected)
  }

  return {
    async seal(jobId, subject) {
      for (const [name, value] of Object.entries({ jobId, subject })) {
        if (typeof value !== 'string' || value.trim() === '') {
          throw createOptionError(
            name,
            'is empty or not a string',
            'a job id and the id of its user, as strings',
          )
        }
      }
      const [sealingKey] = await getKeys()
      const handle = await new EncryptJWT({ job_id: jobId, exp: (Date.now() + ttl) / 1000 })
        .setProtectedHeader({ alg: KEY_MANAGEMENT, enc: ENCRYPTION, kid: sealingKey.id })
        .setAudience(AUDIENCE)
        .setSubject(subject.normalize())
        .encrypt(sealingKey.bytes)
      if (handle.length <= MAX_HANDLE_LENGTH) return handle
      throw createOptionError(
        'jobId',
        'is too long together with `subject`',
        'ids of a few hundred characters: a request must be able to carry the handle',
      )
    },

    async open(handle, subject) {
      const keys = await getKeys()
      try {
        if (!isCanonical(handle)) return null
        const { payload } = await jwtDecrypt(
          handle,
          ({ kid }) => {
            const key = keys.find(({ id }) => id === kid)
            if (key) return key.bytes
            throw new TypeError('No secret has this key id.')
          },
          {
            keyManagementAlgorithms: [KEY_MANAGEMENT],
            contentEncryptionAlgorithms: [ENCRYPTION],
            audience: AUDIENCE,
          },
        )
        // Both are checked here: jose ignores an empty subject, and compares `exp` in whole seconds.
        const { sub, exp, job_id } = payload
        const isOpen = sub?.normalize() === subject.normalize() && exp! * 1000 > Date.now()
        return isOpen && typeof job_id === 'string' && job_id !== '' ? job_id : null
      } catch {
        return null
      }
    },
  }
}

interface Key {
  id: string
  bytes: Uint8Array
}

/** Derives a key from each secret by HKDF (RFC 5869), so that a secret may have any form. The id does not reveal the secret. */
function deriveKeys(secrets: Secrets): readonly [Key, ...Key[]] {
  const expected = `an array of strings of at least ${MIN_SECRET_LENGTH} random characters each; the first one seals`
  if (!Array.isArray(secrets)) throw createOptionError('secrets', 'is not an array', expected)
  const [first, ...others] = Array.from(secrets, (secret: unknown, index) => {
    if (typeof secret !== 'string') throw createOptionError(`secrets[${index}]`, 'is not a string', expected)
    // A list in an environment variable has blanks, and a file ends with a newline.
    const text = secret.trim()
    if (text.length < MIN_SECRET_LENGTH)
      throw createOptionError(`secrets[${index}]`, 'is too short', expected)
    if (/^(.)\1+$|change-?me/iu.test(text))
      throw createOptionError(`secrets[${index}]`, 'is a placeholder, not a random value', expected)
    const bytes = hkdf(sha256, utf8ToBytes(text), undefined, utf8ToBytes(`${AUDIENCE} job handle`), 32)
    return { id: bytesToHex(sha256(bytes)).slice(0, 16), bytes }
  })
  if (!first) throw createOptionError('secrets', 'is empty', expected)
  return [first, ...others]
}

/** Whether the handle has the five parts of a JWE, each in canonical base64url. jose also decodes other encodings. */
function isCanonical(handle: string): boolean {
  const parts = handle.split('.')
  return parts.length === 5 && parts.every((part) => encode(decode(part)) === part)
}
