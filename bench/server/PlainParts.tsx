import { createContext, useContext, useId } from 'react'

/** The data that the parts render. The texts are constants here, but the widget looks them up and formats them. */
const view = {
  state: { 'data-phase': 'processing', 'data-polling': '' },
  heading: 'Fetching your income tax returns',
  progress: 'Step 4: Form 26AS.',
  timing: ['After 26 seconds, at 11:24 am UTC'],
  body: ['This usually takes 30 to 90 seconds.'],
  steps: [
    { id: 'create_client', label: 'Connection to the e-filing portal', state: 'completed' },
    { id: 'download_profile', label: 'Profile', state: 'completed' },
    { id: 'download_itr', label: 'Filed returns', state: 'completed' },
    { id: 'download_26as', label: 'Form 26AS', state: 'current' },
  ],
}

const ViewContext = createContext({ ...view, headingId: '' })
const useView = () => useContext(ViewContext)

/** The elements of the widget for a job in `processing`, each part a plain component. */
export function PlainParts() {
  const headingId = useId()
  return (
    <ViewContext.Provider value={{ ...view, headingId }}>
      <div role="group" aria-labelledby={headingId} lang="en" dir="ltr" data-itr-part="root" {...view.state}>
        <Heading />
        <Bar />
        <Timing />
        <Message />
        <Actions />
        <Steps />
        <Announcer />
      </div>
    </ViewContext.Provider>
  )
}

function Heading() {
  const { heading, headingId, state } = useView()
  return (
    <h2 id={headingId} tabIndex={-1} data-itr-part="heading" {...state}>
      {heading}
    </h2>
  )
}

function Bar() {
  const { heading, progress, state } = useView()
  return (
    <div role="progressbar" aria-label={heading} aria-valuetext={progress} data-itr-part="bar" {...state}>
      <span className="itr-segment itr-current" />
      <span className="itr-hidden">{progress}</span>
    </div>
  )
}

function Timing() {
  const { timing, state } = useView()
  return (
    <div data-itr-part="timing" {...state}>
      {timing.map((part) => (
        <span key={part}>{`${part} `}</span>
      ))}
    </div>
  )
}

function Message() {
  const { body, state } = useView()
  return (
    <div data-itr-part="message" {...state}>
      {body.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  )
}

function Actions() {
  return <div data-itr-part="actions" {...useView().state} />
}

function Steps() {
  const { steps, state } = useView()
  return (
    // oxlint-disable-next-line jsx-a11y/no-redundant-roles -- the widget has it, for VoiceOver
    <ol role="list" data-itr-part="steps" {...state}>
      {steps.map((step) => (
        <Step key={step.id} step={step} />
      ))}
    </ol>
  )
}

function Step({ step: { id, label, state } }: { step: (typeof view.steps)[number] }) {
  const isCurrent = state === 'current'
  return (
    <li
      data-step-id={id}
      data-step-state={state}
      aria-current={isCurrent ? 'step' : undefined}
      data-itr-part="step"
      {...useView().state}
    >
      <span className="itr-icon" aria-hidden="true">
        {isCurrent && <span className="itr-pulse" />}
      </span>
      <span className="itr-label">{label}</span>{' '}
      <span className="itr-hidden">{isCurrent ? 'In progress' : 'Completed'}</span>
    </li>
  )
}

function Announcer() {
  return <div role="status" data-itr-part="announcer" {...useView().state} />
}
