type Rgb = readonly [red: number, green: number, blue: number]

const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!

/** One colour painted over another, whatever the words that a browser has for it; channels from 0 to 255. */
function painted(colour: string, ground: Rgb): Rgb {
  pen.fillStyle = `rgb(${ground.join(' ')})`
  pen.fillRect(0, 0, 1, 1)
  pen.fillStyle = colour
  pen.fillRect(0, 0, 1, 1)
  const [red = 0, green = 0, blue = 0] = pen.getImageData(0, 0, 1, 1).data
  return [red, green, blue]
}

/** What is behind the text of an element: each background of those around it, one painted over the other. */
export function groundOf(element: Element): Rgb {
  const { parentElement } = element
  const behind: Rgb = parentElement ? groundOf(parentElement) : [255, 255, 255]
  return painted(getComputedStyle(element).backgroundColor, behind)
}

/** The colour that a property amounts to there. */
export const colourOf = (element: Element, property: string, pseudo?: string): Rgb =>
  painted(getComputedStyle(element, pseudo).getPropertyValue(property), groundOf(element.parentElement!))

/** WCAG 2.2, relative luminance. */
function luminance(colour: Rgb): number {
  const [red = 0, green = 0, blue = 0] = colour.map((channel) => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** WCAG 2.2, contrast ratio: from 1 to 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}
