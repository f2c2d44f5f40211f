import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** A job by its raw id, and by the names under which it may be seen. */
export interface JobIdentity {
  /** The upstream's id. It goes upstream and nowhere else. */
  id: string
  /** SHA-256 of the id in hex. */
  digest: string
  /** The first 40 bits of the digest, easy to read out: `7F3K-9Q2M`. */
  reference: string
}

/** Crockford's base32: no I, L, O or U, which are misheard or misread (crockford.com/base32.html). */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * Synchronous, where Web Crypto's digest takes a turn of the event loop that no fake clock waits for, and is missing on pages
 * without TLS: the testing kit runs this proxy in both.
 */
export function identifyJob(id: string): JobIdentity {
  const hash = sha256(utf8ToBytes(id))
  return { id, digest: bytesToHex(hash), reference: referenceOf(hash) }
}

function referenceOf(hash: Uint8Array): string {
  // 40 bits: more than a bitwise operator holds.
  let bits = hash.subarray(0, 5).reduce((sum, byte) => sum * 256 + byte, 0)
  let digits = ''
  while (digits.length < 8) {
    digits = DIGITS.charAt(bits % 32) + digits
    bits = Math.floor(bits / 32)
  }
  return `${digits.slice(0, 4)}-${digits.slice(4)}`
}
