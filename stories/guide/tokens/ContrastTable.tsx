import type { ItrToken } from '../../../src/index.ts'
import { contrast } from './contrast.ts'
import type { TokenValue } from './tokens.ts'

/** Pairs of colours with the required contrast: 4.5 for text (WCAG 1.4.3), 3 for graphics (1.4.11). */
const pairs: readonly (readonly [pair: string, color: ItrToken, background: ItrToken, required: number])[] = [
  ['Text on the background', 'text', 'surface', 4.5],
  ['Secondary text on the background', 'muted', 'surface', 4.5],
  ['Accent on the background', 'accent', 'surface', 3],
  ['Success on the background', 'success', 'surface', 3],
  ['Warning on the background', 'warning', 'surface', 3],
  ['Danger on the background', 'danger', 'surface', 3],
]

/**
 * Text on the filled button in browsers without relative colours. Newer browsers compute black or white, whichever has more
 * contrast to the accent.
 */
const onAccent: TokenValue = { light: '#ffffff', dark: '#191e25' }

interface ContrastTableProps {
  valueOf: (token: ItrToken) => TokenValue
}

/** Contrasts of the current tokens. */
export function ContrastTable({ valueOf }: ContrastTableProps) {
  const rows = [
    ...pairs.map(([what, one, other, least]) => ({
      what,
      least,
      light: contrast(valueOf(one).light, valueOf(other).light),
      dark: contrast(valueOf(one).dark, valueOf(other).dark),
    })),
    {
      what: 'Text on the first button, in older browsers',
      least: 4.5,
      light: contrast(onAccent.light, valueOf('accent').light),
      dark: contrast(onAccent.dark, valueOf('accent').dark),
    },
  ]
  return (
    <table className="contrasts">
      <thead>
        <tr>
          <th scope="col">Contrast</th>
          <th scope="col">Needs</th>
          <th scope="col">Light</th>
          <th scope="col">Dark</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ what, least, light, dark }) => (
          <tr key={what}>
            <th scope="row">{what}</th>
            <td>{least}</td>
            <Ratio ratio={light} least={least} />
            <Ratio ratio={dark} least={least} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Ratio({ ratio, least }: { ratio: number | undefined; least: number }) {
  if (ratio === undefined) return <td>not in hex</td>
  const isEnough = ratio >= least
  return (
    <td data-enough={isEnough}>
      {isEnough ? '✓' : '✗ too low:'} {(Math.floor(ratio * 10) / 10).toFixed(1)}
    </td>
  )
}
