import type { ItrToken } from '../../../src/index.ts'
import stylesheet from '../../../src/ui/styles/tokens.css?raw'

/** Values for a light and a dark page. Both are the same for a token that is no colour. */
export interface TokenValue {
  light: string
  dark: string
}

export interface Token extends TokenValue {
  name: ItrToken
  /** Use of the token. */
  role: string
  kind: 'color' | 'length' | 'time' | 'number'
}

const roles = {
  accent: 'Completed and current steps, the first button',
  success: 'Marks in completed',
  warning: 'Marks in timed-out and error, and of a hint',
  danger: 'Marks of failures',
  text: 'Text',
  muted: 'Secondary text, upcoming steps, borders of buttons',
  surface: 'Background of the widget',
  border: 'Border of the widget',
  track: 'Remaining part of the bar and of the line between steps',
  radius: 'Corners',
  gap: 'Space between the parts',
  padding: 'Space inside the border, at most 6 % of the width',
  motion: 'Duration of one animation',
  'bar-size': 'Height of the bar',
  'button-size': 'Minimum height of a button',
  'button-radius': 'Corners of a button',
  'heading-size': 'Size of the heading',
  'heading-weight': 'Weight of the heading',
  focus: 'Outline of the focused element',
  panel: 'Background of the panel in failed, timed-out and error',
  'on-accent': 'Text on the accent colour',
} satisfies Record<ItrToken, string>

const kinds: { readonly [token in ItrToken]?: Token['kind'] } = {
  radius: 'length',
  gap: 'length',
  padding: 'length',
  motion: 'time',
  'bar-size': 'length',
  'button-size': 'length',
  'button-radius': 'length',
  'heading-size': 'length',
  'heading-weight': 'number',
}

/** Reads the default from the stylesheet, so that it is never out of date. */
function defaultOf(name: ItrToken): TokenValue {
  const fallback = String.raw`var\(--itr-${name},\s*`
  const [, light, dark] =
    new RegExp(`${fallback}light-dark\\(([^,]+),\\s*([^)]+)\\)\\)`).exec(stylesheet) ??
    new RegExp(`${fallback}([^)]+)\\)`).exec(stylesheet) ??
    []
  const [, other] = /^var\(--_itr-(.+)/.exec(light ?? '') ?? []
  if (other) return defaultOf(other as ItrToken)
  return { light: light ?? '', dark: dark ?? light ?? '' }
}

/** The public tokens with their defaults. */
export const tokens: readonly Token[] = Object.entries(roles).map(([key, role]) => {
  const name = key as ItrToken
  return { name, role, kind: kinds[name] ?? 'color', ...defaultOf(name) }
})

/** The changed tokens. */
export type Dialled = { readonly [token in ItrToken]?: TokenValue }
