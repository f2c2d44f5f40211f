import { useState, type Ref } from 'react'
import type { LoanApplication } from '../LoanApplication.ts'
import type { DemoSettings } from '../SimulationSettings.ts'
import { ExchangeList } from './ExchangeList.tsx'
import { Field } from './Field.tsx'
import { post, type PostError } from './post.ts'

const windows = { '4 minutes': 240_000, '20 seconds': 20_000 }

interface DemoControlsProps {
  heading: Ref<HTMLHeadingElement>
  onClose: () => void
  settings: DemoSettings | undefined
  configure: (wanted: { scenario: string } | { speed: number }) => Promise<void>
  /** How long the widget polls before it prompts the person, in ms. */
  timeout: number
  onTimeout: (timeout: number) => void
  application: LoanApplication
}

/** Controls of the simulation. They are no part of the application form. */
export function DemoControls(props: DemoControlsProps) {
  const { heading, onClose, settings, configure, timeout, onTimeout, application } = props
  const simulation = settings?.simulation
  return (
    <aside id="demo-controls" className="controls" aria-labelledby="demo-controls-title">
      <div className="controls-title">
        <h2 id="demo-controls-title" tabIndex={-1} ref={heading}>
          Demo controls
        </h2>
        <button type="button" className="quiet" onClick={onClose}>
          Close
        </button>
      </div>

      <section>
        <h3>ITR Analyzer</h3>
        {simulation ? (
          <>
            <p className="hint">
              Simulated, at <code>{settings.analyzer}</code>. Scenario and speed apply to the next job. The
              password <code>scenario:account_locked</code> also chooses a scenario.
            </p>
            <Field label="Scenario">
              {(attributes) => (
                <select
                  {...attributes}
                  value={simulation.scenario}
                  onChange={(event) => void configure({ scenario: event.target.value })}
                >
                  {simulation.scenarios.map((scenario) => (
                    <option key={scenario}>{scenario}</option>
                  ))}
                </select>
              )}
            </Field>
            <Field label="Speed" hint="Of the portal, and of polling">
              {(attributes) => (
                <select
                  {...attributes}
                  value={simulation.speed}
                  onChange={(event) => void configure({ speed: Number(event.target.value) })}
                >
                  {simulation.speeds.map((speed) => (
                    <option key={speed} value={speed}>
                      {speed === 1 ? 'As in real life' : `${speed} times as fast`}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          </>
        ) : (
          <p className="note">
            The real one, at <code>{settings?.analyzer}</code>. The simulator is not running.
          </p>
        )}
        <Field label="Window" hint="How long the widget polls before it prompts the person">
          {(attributes) => (
            <select
              {...attributes}
              value={timeout}
              onChange={(event) => onTimeout(Number(event.target.value))}
            >
              {Object.entries(windows).map(([label, value]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Field>
      </section>

      <Forgery application={application} />
      <ExchangeList />
    </aside>
  )
}

/** Anybody can post any string, so the backend must not trust it. */
function Forgery({ application }: { application: LoanApplication }) {
  const [outcome, setOutcome] = useState('')

  async function forge() {
    setOutcome('')
    try {
      await post('/api/applications', { ...application, itrVerification: crypto.randomUUID() })
      setOutcome('Accepted. That must not happen.')
    } catch (error) {
      const { status, code } = error as PostError
      setOutcome(`Refused: ${status} ${code}. The backend looked for a completed job, and there is none.`)
    }
  }

  return (
    <section>
      <h3>Forgery</h3>
      <p className="hint">Submits this form with a made-up value instead of a handle.</p>
      <button type="button" className="secondary" onClick={() => void forge()}>
        Send a forged value
      </button>
      <p role="status">{outcome}</p>
    </section>
  )
}
