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
  const digest = bytesToHex(sha256(utf8ToBytes(id)))
  const code = Number.parseInt(digest.slice(0, 10), 16)
    .toString(32)
    .padStart(8, '0')
    .replace(/./g, (digit) => DIGITS.charAt(Number.parseInt(digit, 32)))
  return { id, digest, reference: `${code.slice(0, 4)}-${code.slice(4)}` }
}
