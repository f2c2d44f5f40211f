/** The public tokens of the stylesheet, by their names without `--itr-`. */
export type ItrToken =
  | 'accent'
  | 'success'
  | 'warning'
  | 'danger'
  | 'text'
  | 'muted'
  | 'surface'
  | 'border'
  | 'track'
  | 'radius'
  | 'gap'
  | 'padding'
  | 'motion'
  | 'bar-size'
  | 'button-size'
  | 'button-radius'
  | 'heading-size'
  | 'heading-weight'
  | 'focus'
  | 'panel'
  | 'on-accent'

export interface ItrAppearance {
  /** `auto` follows the page's own `color-scheme`. Default: `auto`. */
  theme?: 'auto' | 'light' | 'dark' | undefined
  /** Values of tokens: `{ accent: '#0a5', radius: '4px' }`. Default: those of the stylesheet. */
  variables?: { readonly [token in ItrToken]?: string | undefined } | undefined
}

/** Returns the attributes of the root that set a theme and tokens. */
export function getAppearanceAttributes({ theme, variables }: ItrAppearance = {}) {
  return {
    'data-itr-theme': theme === 'auto' ? undefined : theme,
    // A strict CSP forbids style attributes, so there is none without tokens.
    style:
      variables &&
      Object.fromEntries(
        // min() and calc() reject a zero without a unit.
        Object.entries(variables).map(([token, value]) => [`--itr-${token}`, value === '0' ? '0px' : value]),
      ),
  }
}
