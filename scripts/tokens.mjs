import { transform } from 'lightningcss'

/** @typedef {{ $value: unknown }} Token */

const ABOUT =
  'The public tokens of itr-progress/styles.css. A group is a whole theme; the custom property of a token is ' +
  '--itr- and its name.'

/**
 * Returns the public tokens of the stylesheet with their defaults, for design-token tools (DTCG format 2025.10).
 *
 * The format has no modes, and tools do not read extensions. So each theme is a group with all tokens. A tool can use a group
 * as a mode or a set.
 *
 * @param {string} css
 * @throws {Error} if a default is not a colour, a length, a time or a weight
 */
export function tokensOf(css) {
  /** @type {Record<'light' | 'dark', Record<string, Token>>} */
  const themes = { light: {}, dark: {} }
  transform({
    filename: 'styles.css',
    code: Buffer.from(css),
    visitor: {
      Declaration: {
        custom({ value }) {
          const [reference] = value
          if (reference?.type !== 'var') return
          const [, name] = /^--itr-(.+)/.exec(reference.value.name.ident) ?? []
          const given = reference.value.fallback?.[0]
          if (!name || !given) return
          // Newer browsers compute some defaults from other tokens. Design tools get the default of older browsers.
          if (themes.light[name] && isComputed(given)) return
          themes.light[name] = tokenOf(name, 'light', given)
          themes.dark[name] = tokenOf(name, 'dark', given)
        },
      },
    },
  })
  return { $description: ABOUT, ...themes }
}

/**
 * @param {'light' | 'dark'} theme
 * @param {import('lightningcss').TokenOrValue} given
 * @returns {import('lightningcss').TokenOrValue}
 */
function inTheme(theme, given) {
  if (given.type !== 'color' || typeof given.value !== 'object') return given
  return given.value.type === 'light-dark' ? { type: 'color', value: given.value[theme] } : given
}

/** @param {import('lightningcss').TokenOrValue} given */
const isComputed = (given) => given.type === 'function' || given.type === 'unresolved-color'

/**
 * @param {string} name
 * @param {'light' | 'dark'} theme
 * @param {import('lightningcss').TokenOrValue} fallback
 */
function tokenOf(name, theme, fallback) {
  const given = inTheme(theme, fallback)
  if (given.type === 'var') {
    const other = given.value.name.ident.replace('--_itr-', '')
    return { $value: `{${theme}.${other}}` }
  }
  if (given.type === 'token' && given.value.type === 'number')
    return { $type: 'fontWeight', $value: given.value.value }
  if (given.type === 'color' && typeof given.value === 'object' && given.value.type === 'rgb') {
    const { r, g, b, alpha } = given.value
    const hex = [r, g, b].map((channel) => channel.toString(16).padStart(2, '0')).join('')
    const components = [r, g, b].map((channel) => Number((channel / 255).toFixed(4)))
    return { $type: 'color', $value: { colorSpace: 'srgb', components, alpha, hex: `#${hex}` } }
  }
  if (given.type === 'length') {
    // The format has px and rem only. On a page with the usual text size, em and rem are the same.
    const { unit, value } = given.value
    return { $type: 'dimension', $value: { unit: unit === 'em' ? 'rem' : unit, value } }
  }
  if (given.type === 'time') {
    const { type, value } = given.value
    return { $type: 'duration', $value: { value, unit: type === 'seconds' ? 's' : 'ms' } }
  }
  throw new Error(
    `styles.css: the default of --itr-${name} cannot be converted for tokens.json. ` +
      'Expected #rrggbb, light-dark() of two colours, a length in px or rem, a time in ms, or a number as weight.',
  )
}
