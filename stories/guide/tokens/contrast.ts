/** Parses `#rgb` or `#rrggbb` to three channels from 0 to 1. Returns undefined for any other notation. */
function channelsOf(color: string): number[] | undefined {
  const digits = /^#(?:([\da-f]{3})|([\da-f]{6}))$/i.exec(color.trim())
  const hex = digits?.[2] ?? digits?.[1]?.replace(/./g, '$&$&')
  return hex?.match(/../g)!.map((pair) => Number.parseInt(pair, 16) / 255)
}

/** Relative luminance (WCAG 2.2). */
const luminanceOf = (channels: readonly number[]) =>
  channels
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
    .reduce((sum, value, index) => sum + value * [0.2126, 0.7152, 0.0722][index]!, 0)

/** Returns the contrast ratio of two colours, 1 to 21 (WCAG 2.2), or undefined if one of them is not in hex. */
export function contrast(one: string, other: string): number | undefined {
  const colors = [channelsOf(one), channelsOf(other)]
  const [a, b] = colors.flatMap((channels) => (channels ? [luminanceOf(channels)] : []))
  if (a === undefined || b === undefined) return undefined
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}
