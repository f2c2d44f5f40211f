import {
  ItrProgress,
  ItrStatusError,
  type ItrConnection,
  type ItrFailureCode,
  type ItrPhase,
  type ItrToken,
} from '../../src/index.ts'
import { itrResult } from '../../src/testing/index.ts'
import { tokens } from '../guide/tokens/tokens.ts'
import { dictionaryOf } from '../languages.ts'
import { usualPlan } from '../plans.ts'
import '../examples/host.css'

const errors = {
  'logged out (401)': new ItrStatusError('http', 'permanent', { status: 401 }),
  'not found (404)': new ItrStatusError('http', 'permanent', { status: 404 }),
  'no usable response': new ItrStatusError('invalid_response', 'doubtful'),
}

export type PlaygroundError = keyof typeof errors
export const playgroundErrors = Object.keys(errors) as PlaygroundError[]

interface Controls extends Record<`--itr-${ItrToken}`, string> {
  phase: ItrPhase
  failure: ItrFailureCode
  error: PlaygroundError
  connection: ItrConnection
  isDelayed: boolean
  reference: string
  hasPlan: boolean
  showDetails: boolean
  hasRestart: boolean
  hasAlternative: boolean
  portalHref: string
  reportHref: string
  name: string
  required: boolean
  language: string
  locale: string
  messages: Record<string, string>
  theme: 'auto' | 'light' | 'dark'
  onRetry: () => void
  onRestart: () => void
  onAlternative: () => void
}

export type PlaygroundProps = Partial<Controls>

/** The widget as the controls describe it. The steps follow from the phase and the failure. */
export function Playground(controls: PlaygroundProps) {
  const { phase = 'processing', failure, error, connection, isDelayed, reference } = controls
  const { hasPlan, hasRestart, hasAlternative, language, messages, theme, name, required } = controls
  const variables = Object.fromEntries(tokens.map((token) => [token.name, controls[`--itr-${token.name}`]]))

  const widget = (
    <ItrProgress
      result={itrResult(phase, {
        failure,
        error: error ? errors[error] : null,
        connection,
        isDelayed,
        reference: reference || null,
      })}
      steps={hasPlan ? usualPlan : undefined}
      showDetails={controls.showDetails}
      onRetry={controls.onRetry}
      onRestart={hasRestart ? controls.onRestart : undefined}
      onAlternative={hasAlternative ? controls.onAlternative : undefined}
      portalHref={controls.portalHref || null}
      reportHref={controls.reportHref || undefined}
      name={name || undefined}
      required={required}
      messages={{ ...(language && dictionaryOf(language)), ...messages }}
      locale={controls.locale || undefined}
      appearance={{ theme, variables }}
    />
  )
  if (!name && !required) return widget
  return (
    <form className="form" method="post" onSubmit={(event) => event.preventDefault()}>
      {widget}
      <button>Apply</button>
    </form>
  )
}
