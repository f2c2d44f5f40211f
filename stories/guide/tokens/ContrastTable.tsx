import type { ItrToken } from '../../../src/index.ts'
import { contrast } from './contrast.ts'
import type { TokenValue } from './tokens.ts'

/** What stands on what, and how much of a contrast it needs: 4.5 for words (WCAG 1.4.3), 3 for what is drawn (1.4.11). */
const pairs: readonly (readonly [what: string, one: ItrToken, other: ItrToken, least: number])[] = [
  ['Words on the ground', 'text', 'surface', 4.5],
  ['Second words on the ground', 'muted', 'surface', 4.5],
  ['Accent on the ground', 'accent', 'surface', 3],
  ['Success on the ground', 'success', 'surface', 3],
  ['Warning on the ground', 'warning', 'surface', 3],
  ['Danger on the ground', 'danger', 'surface', 3],
]

/**
 * The words on the filled button are ours. Browsers of today write them in black or white, whichever is read better on the accent;
 * older ones in white on a light page, near black on a dark one.
 */
const onAccent: TokenValue = { light: '#ffffff', dark: '#191e25' }

interface ContrastTableProps {
  valueOf: (token: ItrToken) => TokenValue
}

/** Whether the dialled colours can be read. */
export function ContrastTable({ valueOf }: ContrastTableProps) {
  const rows = [
    ...pairs.map(([what, one, other, least]) => ({
      what,
      least,
      light: contrast(valueOf(one).light, valueOf(other).light),
      dark: contrast(valueOf(one).dark, valueOf(other).dark),
    })),
    {
      what: 'Words on the first button, in older browsers',
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
