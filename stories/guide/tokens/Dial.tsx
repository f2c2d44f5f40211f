import type { ItrToken } from '../../../src/index.ts'
import type { TokenValue } from './tokens.ts'

interface DialProps {
  name: ItrToken
  role: string
  kind: 'color' | 'length' | 'time' | 'number'
  value: TokenValue
  isChanged: boolean
  onTurn: (value: TokenValue) => void
}

const units = {
  length: { unit: 'px', max: 32 },
  time: { unit: 'ms', max: 600 },
  number: { unit: '', max: 900 },
}

/** The control of a token: two colours, or one number. */
export function Dial({ name, role, kind, value, isChanged, onTurn }: DialProps) {
  return (
    <fieldset data-changed={isChanged || undefined}>
      <legend>
        <code>--itr-{name}</code>
      </legend>
      <span className="role">{role}</span>
      {kind === 'color' ? (
        (['light', 'dark'] as const).map((scheme) => (
          <label key={scheme}>
            <input
              type="color"
              aria-label={`${name}, ${scheme}`}
              value={value[scheme]}
              onChange={({ target }) => onTurn({ ...value, [scheme]: target.value })}
            />
            <code>{value[scheme]}</code>
          </label>
        ))
      ) : (
        <label className="range">
          <input
            type="range"
            aria-label={name}
            min={0}
            max={units[kind].max}
            step={kind === 'time' ? 20 : 1}
            value={Number.parseInt(value.light)}
            onChange={({ target }) => {
              const turned = `${target.value}${units[kind].unit}`
              onTurn({ light: turned, dark: turned })
            }}
          />
          <code>{value.light}</code>
        </label>
      )}
    </fieldset>
  )
}
