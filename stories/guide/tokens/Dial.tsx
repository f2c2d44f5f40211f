import type { Token, TokenValue } from './tokens.ts'

interface DialProps extends Pick<Token, 'name' | 'role' | 'kind'> {
  value: TokenValue
  isChanged: boolean
  onTurn: (value: TokenValue) => void
}

const units = {
  length: { unit: 'px', max: 64, step: 1 },
  time: { unit: 'ms', max: 600, step: 20 },
  number: { unit: '', max: 900, step: 100 },
}

const PX_PER_REM = 16

/** Parses a length in px or rem, a time or a number. */
const toNumber = (value: string) => Number.parseFloat(value) * (value.endsWith('rem') ? PX_PER_REM : 1)

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
            step={units[kind].step}
            value={toNumber(value.light)}
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
