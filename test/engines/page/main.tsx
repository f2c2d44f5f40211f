import { ItrProgress, type ItrPhase, type ItrProgressBaseProps } from 'itr-progress'
import { ur } from 'itr-progress/locales/ur'
import 'itr-progress/styles.css'
import { itrResult } from 'itr-progress/testing'
import { StrictMode, useState, type ReactElement } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { getTextContrast, hasVisibleText } from '../../browser/contrast.ts'
import { layoutContexts } from '../../browser/layoutContexts.tsx'

const getWidget = (phase: ItrPhase, props: ItrProgressBaseProps = {}) => (
  <ItrProgress
    result={itrResult(phase)}
    onRestart={() => {}}
    onAlternative={() => {}}
    showDetails
    {...props}
  />
)

const steps = ['create_client', 'download_profile', 'download_itr', 'download_26as', 'download_ais']

const onPage = (colorScheme: 'light' | 'dark') =>
  function OnPage(phase: ItrPhase) {
    const backgroundColor = colorScheme === 'dark' ? '#10141a' : '#f4f6f8'
    return <div style={{ colorScheme, backgroundColor, padding: 16 }}>{getWidget(phase, { steps })}</div>
  }

function LoanForm({ phase }: { phase: ItrPhase }) {
  const [submitted, setSubmitted] = useState('')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        setSubmitted(JSON.stringify(Object.fromEntries(new FormData(event.currentTarget))))
      }}
    >
      <input name="name" aria-label="Full name" />
      {getWidget(phase, { name: 'itr', required: true })}
      <button>Apply</button>
      <button type="reset">Clear</button>
      <output>{submitted}</output>
    </form>
  )
}

const scenes: Record<string, (phase: ItrPhase) => ReactElement> = {
  light: onPage('light'),
  dark: onPage('dark'),
  Urdu: (phase) => getWidget(phase, { steps, messages: ur }),
  form: (phase) => <LoanForm phase={phase} />,
  ...Object.fromEntries(
    Object.entries(layoutContexts).map(([name, inContext]) => [
      name,
      (phase: ItrPhase) => inContext(getWidget(phase)),
    ]),
  ),
}

const root = createRoot(document.getElementById('root')!)

declare global {
  interface Window {
    /** Shows a scene in a phase. The same scene in another phase keeps its widget mounted. */
    show: (scene: string, phase: ItrPhase) => void
    /** Returns the contrast of each text of the widget. */
    getTextContrasts: () => { text: string; contrast: number }[]
  }
}

Object.assign(window, {
  show: (name, phase) =>
    flushSync(() => root.render(<StrictMode key={name}>{scenes[name]!(phase)}</StrictMode>)),
  getTextContrasts: () =>
    [...document.querySelectorAll('[data-itr-part="root"] *')]
      .filter(hasVisibleText)
      .map((element) => ({ text: element.textContent, contrast: getTextContrast(element) })),
} satisfies Pick<Window, 'show' | 'getTextContrasts'>)
