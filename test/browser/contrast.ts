export type Rgb = readonly [red: number, green: number, blue: number]

const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!

/** Paints a CSS colour over a background. */
function paint(colour: string, background: Rgb): Rgb {
  canvas.fillStyle = `rgb(${background.join(' ')})`
  canvas.fillRect(0, 0, 1, 1)
  canvas.fillStyle = colour
  canvas.fillRect(0, 0, 1, 1)
  const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data
  return [red, green, blue]
}

export const getBackground = (element: Element | null): Rgb =>
  element
    ? paint(getComputedStyle(element).backgroundColor, getBackground(element.parentElement))
    : [255, 255, 255]

export const getColour = (element: Element, property: string, pseudo?: string) =>
  paint(getComputedStyle(element, pseudo).getPropertyValue(property), getBackground(element.parentElement))

/** Relative luminance (WCAG 2.2). */
function getLuminance(colour: Rgb): number {
  const [red = 0, green = 0, blue = 0] = colour.map((channel) => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Contrast ratio from 1 to 21 (WCAG 2.2). */
export function getContrast(...colours: [Rgb, Rgb]): number {
  const [darker = 0, lighter = 0] = colours.map(getLuminance).sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

export const getTextContrast = (element: Element) =>
  getContrast(getColour(element, 'color'), getBackground(element))

export const hasVisibleText = (element: Element) =>
  !element.closest('.itr-hidden, [data-itr-part="announcer"], [data-itr-part="field"]') &&
  [...element.childNodes].some(({ nodeType, textContent }) => nodeType === 3 && textContent?.trim())
