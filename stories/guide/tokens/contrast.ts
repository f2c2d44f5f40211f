/** `#rgb` or `#rrggbb` as three channels from 0 to 1; undefined where it is written in another way. */
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

/** The contrast ratio of two colours, 1 to 21 (WCAG 2.2); undefined where one of them is not written in hex. */
export function contrast(one: string, other: string): number | undefined {
  const colors = [channelsOf(one), channelsOf(other)]
  const [a, b] = colors.flatMap((channels) => (channels ? [luminanceOf(channels)] : []))
  if (a === undefined || b === undefined) return undefined
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}
