import { useState, type CSSProperties } from 'react'
import { ItrProgress, type ItrToken } from '../../../src/index.ts'
import { itrResult } from '../../../src/testing/index.ts'
import { usualPlan } from '../../plans.ts'
import { ContrastTable } from './ContrastTable.tsx'
import { CopyButton } from './CopyButton.tsx'
import { cssOf } from './cssOf.ts'
import { Dial } from './Dial.tsx'
import './tokens.css'
import { tokens, type Dialled, type TokenValue } from './tokens.ts'

const schemes = ['light', 'dark'] as const
const doNothing = () => {}

/** A control for each public token, previews in both themes, the CSS to copy and the contrasts. */
export function TokenDials() {
  const [dialled, setDialled] = useState<Dialled>({})
  const valueOf = (name: ItrToken): TokenValue =>
    dialled[name] ?? tokens.find((token) => token.name === name)!
  const css = cssOf(dialled)

  return (
    <div className="dials">
      <div className="board">
        {tokens.map((token) => (
          <Dial
            key={token.name}
            {...token}
            value={valueOf(token.name)}
            isChanged={token.name in dialled}
            onTurn={(value) => setDialled({ ...dialled, [token.name]: value })}
          />
        ))}
        <button type="button" onClick={() => setDialled({})}>
          Reset all
        </button>
      </div>

      <div className="previews">
        {schemes.map((scheme) => (
          <section
            key={scheme}
            aria-label={`On a ${scheme} page`}
            style={{ colorScheme: scheme, ...variablesOf(dialled, scheme) }}
          >
            <ItrProgress result={itrResult('processing')} steps={usualPlan} />
            <ItrProgress result={itrResult('failed')} onRestart={doNothing} onAlternative={doNothing} />
            <ItrProgress result={itrResult('timed-out')} onAlternative={doNothing} />
            <ItrProgress result={itrResult('completed')} steps={usualPlan} />
          </section>
        ))}
      </div>

      <div className="results">
        <div className="css">
          <CopyButton text={css} />
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- so that the keyboard can scroll it */}
          <pre tabIndex={0} role="region" aria-label="CSS">
            {css}
          </pre>
        </div>
        <ContrastTable valueOf={valueOf} />
      </div>
    </div>
  )
}

const variablesOf = (dialled: Dialled, scheme: (typeof schemes)[number]) =>
  Object.fromEntries(
    Object.entries(dialled).map(([name, value]) => [`--itr-${name}`, value[scheme]]),
  ) as CSSProperties
