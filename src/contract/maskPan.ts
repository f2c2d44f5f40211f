const PAN = /([A-Z]{5})[0-9]{4}([A-Z])/gi

/** Masks every PAN in a text, as the vendor does: `ABCDE1234F` becomes `ABCDE****F`. */
export function maskPan(text: string): string {
  return text.replace(PAN, (_, head: string, tail: string) => `${head.toUpperCase()}****${tail.toUpperCase()}`)
}
