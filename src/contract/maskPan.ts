// The last letter is not consumed: in `AAAAA1111ABCDE2222F` it begins the next PAN.
const PAN_DIGITS = /([A-Z]{5})\d{4}(?=[A-Z])/gi

/** Masks every PAN in a text as the vendor does: `ABCDE1234F` becomes `ABCDE****F`. */
export function maskPan(text: string): string {
  return text.replace(PAN_DIGITS, '$1****')
}

/** Returns a PAN, masked or not, in its masked form. Returns null for any other text. */
export function toMaskedPan(text: string): string | null {
  const pan = maskPan(text.trim()).toUpperCase()
  return /^[A-Z]{5}\*{4}[A-Z]$/.test(pan) ? pan : null
}
