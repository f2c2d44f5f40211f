import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { decode, encode } from 'jose/base64url'
import { jwtDecrypt } from 'jose/jwt/decrypt'
import { EncryptJWT } from 'jose/jwt/encrypt'

export interface ItrJobHandlesOptions {
  /**
   * At least 32 characters each (blanks around one do not count), from a random source (`openssl rand -base64 32`). The first
   * one seals, all of them open: to rotate, put a new one in front, and drop the old one a `ttl` later.
   */
  secrets: readonly string[]
  /** How long a handle opens, in ms. Minutes: as long as filling in the form may take. */
  ttl: number
}

/** Handles that hold the job id themselves, encrypted: nothing to store, and nothing to revoke before `ttl`. */
export interface ItrJobHandles {
  /**
   * @param jobId the upstream's
   * @param subject who may open it: the id of the signed-in user or of the session
   * @throws {TypeError} for an empty job id or subject, and for two that are too long for a request.
   */
  seal: (jobId: string, subject: string) => Promise<string>
  /**
   * The job id; null for a handle that is expired, forged, damaged or another subject's, which cannot be told apart. It never
   * throws, so it can stand as `resolveJob` is.
   */
  open: (handle: string, subject: string) => Promise<string | null>
}

const SHORTEST_SECRET = 32

/** What the proxy reads of a request's body (4096 bytes) without `{"job_id":""}`. */
const LONGEST_HANDLE = 4083

const AUDIENCE = 'itr-progress'
const KEY_MANAGEMENT = 'dir'
const ENCRYPTION = 'A256GCM'

/**
 * Job handles for a host that keeps no table of them: a JWE (RFC 7516) under a key made from a secret, bound to a subject and a
 * time. A row of the host's own with a random handle is better where there is a database: it can be deleted
 * (OWASP, Insecure Direct Object Reference Prevention).
 *
 * @throws {TypeError} for secrets or a ttl that cannot be used. Secrets are not shown.
 * @example
 * const handles = createItrJobHandles({ secrets: [process.env.ITR_HANDLE_SECRET!], ttl: 30 * 60_000 })
 * const handle = await handles.seal(jobId, user.id)
 * // and in the proxy
 * resolveJob: async (handle, request) => handles.open(handle, await userIdOf(request))
 */
export function createItrJobHandles({ secrets, ttl }: ItrJobHandlesOptions): ItrJobHandles {
  const keys = toKeys(secrets)
  if (typeof ttl !== 'number' || !(ttl > 0 && ttl < Infinity)) {
    const shown = typeof ttl === 'number' ? ttl : `a ${typeof ttl}`
    throw wrong('ttl', `is ${shown}`, 'Give a number of ms above 0, like 30 * 60_000')
  }
  const [sealing] = keys

  return {
    async seal(jobId, subject) {
      for (const [name, value] of Object.entries({ jobId, subject })) {
        if (typeof value !== 'string' || value.trim() === '') {
          throw wrong(
            name,
            'is empty or no string',
            'Seal a job id for the id of the one who may ask about it, both as strings',
          )
        }
      }
      const handle = await new EncryptJWT({ job_id: jobId, exp: (Date.now() + ttl) / 1000 })
        .setProtectedHeader({ alg: KEY_MANAGEMENT, enc: ENCRYPTION, kid: sealing.id })
        .setAudience(AUDIENCE)
        .setSubject(subject)
        .encrypt(sealing.bytes)
      if (handle.length <= LONGEST_HANDLE) return handle
      throw wrong(
        'jobId and subject',
        'are too long for a request to carry',
        'Give ids of some hundred characters',
      )
    },

    async open(handle, subject) {
      try {
        if (!isCanonical(handle)) return null
        const { payload } = await jwtDecrypt(
          handle,
          ({ kid }) => {
            const key = keys.find(({ id }) => id === kid)
            if (key) return key.bytes
            throw new TypeError('No secret of ours sealed this.')
          },
          {
            keyManagementAlgorithms: [KEY_MANAGEMENT],
            contentEncryptionAlgorithms: [ENCRYPTION],
            audience: AUDIENCE,
          },
        )
        // Both by ourselves: jose takes an empty subject for none asked for, and reads `exp` in whole seconds.
        const isOpen = payload.sub === subject && payload.exp! * 1000 > Date.now()
        return isOpen ? (payload.job_id as string) : null
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

/** A key for each secret by HKDF (RFC 5869), so that a secret may have any form. Its name says nothing of it. */
function toKeys(secrets: readonly string[]): readonly [Key, ...Key[]] {
  const fix = `Give strings of at least ${SHORTEST_SECRET} random characters, the newest first`
  if (!Array.isArray(secrets)) throw wrong('secrets', 'is not an array', fix)
  const [first, ...others] = Array.from(secrets, (secret: unknown, index) => {
    if (typeof secret !== 'string') throw wrong(`secrets[${index}]`, 'is not a string', fix)
    // A list in an environment variable has blanks, and a file ends with a newline.
    const text = secret.trim()
    if (text.length < SHORTEST_SECRET) throw wrong(`secrets[${index}]`, 'is too short', fix)
    const bytes = hkdf(sha256, utf8ToBytes(text), undefined, utf8ToBytes(`${AUDIENCE} job handle`), 32)
    return { id: bytesToHex(sha256(bytes)).slice(0, 16), bytes }
  })
  if (!first) throw wrong('secrets', 'is empty', fix)
  return [first, ...others]
}

/** Whether it is written in the one way that it was sealed in: base64url has others, which jose reads too. */
const isCanonical = (handle: string) => handle.split('.').every((part) => encode(decode(part)) === part)

const wrong = (name: string, problem: string, fix: string) =>
  new TypeError(`createItrJobHandles: ${name} ${problem}. ${fix}.`)
