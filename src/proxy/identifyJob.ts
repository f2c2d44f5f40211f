import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** The raw id of a job, and its public names. */
export interface JobIdentity {
  /** The upstream's job id. Only the upstream may see it. */
  id: string
  /** SHA-256 of the id in hex. */
  digest: string
  /** First 40 bits of the digest in a form that a person can read out: `7F3K-9Q2M`. */
  reference: string
}

/** Crockford's base32: without I, L, O and U, which are easily misread (crockford.com/base32.html). */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * Hashes the raw id of a job. Synchronous: Web Crypto's digest needs a turn of the event loop, which fake timers do not
 * advance, and it is missing on pages without TLS. The testing kit runs this proxy under both conditions.
 */
export function identifyJob(id: string): JobIdentity {
  // UTF-8 turns every lone surrogate into the same character, and two ids would be one job. JSON escapes them.
  const hash = sha256(utf8ToBytes(/\p{Surrogate}/u.test(id) ? JSON.stringify(id) : id))
  return { id, digest: bytesToHex(hash), reference: toReference(hash) }
}

/** Returns the SHA-256 of a text in hex. */
export const getDigest = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)))

function toReference(hash: Uint8Array): string {
  // Arithmetic, since 40 bits are too many for bitwise operators.
  let bits = hash.subarray(0, 5).reduce((sum, byte) => sum * 256 + byte, 0)
  let digits = ''
  while (digits.length < 8) {
    digits = DIGITS.charAt(bits % 32) + digits
    bits = Math.floor(bits / 32)
  }
  return `${digits.slice(0, 4)}-${digits.slice(4)}`
}
