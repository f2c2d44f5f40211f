import type { ItrToken } from '../../../src/index.ts'
import stylesheet from '../../../src/ui/styles/tokens.css?raw'

/** A value for a light page and one for a dark page; a length or a time is the same on both. */
export interface TokenValue {
  light: string
  dark: string
}

interface Token extends TokenValue {
  name: ItrToken
  /** What it is for. */
  role: string
  kind: 'color' | 'length' | 'time' | 'number'
}

const roles = {
  accent: 'What is under way, and the first button',
  success: 'What is done, once all is',
  warning: 'Timed out, or could not ask',
  danger: 'Failed',
  text: 'What is read',
  muted: 'What is read second; outlines of the other buttons',
  surface: 'The ground of the widget',
  border: 'Its frame',
  track: 'What is still to come, in bar and rail',
  radius: 'Corners',
  gap: 'Space between the parts',
  padding: 'Space inside the edge, at most 6 % of the width',
  motion: 'How long a change takes',
  'bar-size': 'Height of the bar',
  'button-size': 'Least height of a button',
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

/** Of the stylesheet itself, so that no list here can be out of date. */
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

/** What a designer set, by the names of the tokens. */
export type Dialled = { readonly [token in ItrToken]?: TokenValue }
