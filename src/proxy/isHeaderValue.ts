/** Whether a secret can be sent at all: not blank, and of characters that a header may carry (RFC 9110 §5.5, ASCII only). */
export const isHeaderValue = (value: unknown): value is string =>
  typeof value === 'string' && /^[\x20-\x7e]+$/.test(value.trim())
