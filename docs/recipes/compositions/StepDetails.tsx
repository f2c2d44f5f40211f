import {
  ItrProgress,
  ItrProgressActions,
  ItrProgressAnnouncer,
  ItrProgressBar,
  ItrProgressHeading,
  ItrProgressMessage,
  ItrProgressStep,
  ItrProgressSteps,
  ItrProgressTiming,
  type ItrProgressProps,
} from 'itr-progress'

interface Details {
  /** Path of an icon of 16 x 16. */
  icon: string
  duration: string
  helpHref?: string
}

const person = 'M8 1a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7M1 15c0-7 14-7 14 0z'
const sheet = 'M3 1h10v14H3zm2 3v1h6V4zm0 3v1h6V7zm0 3v1h4v-1z'

const details: Readonly<Record<string, Details>> = {
  create_client: { icon: person, duration: '5 s' },
  download_profile: { icon: person, duration: '5 s' },
  download_itr: { icon: sheet, duration: '20 s', helpHref: '/help/filed-returns' },
  download_26as: { icon: sheet, duration: '15 s', helpHref: '/help/form-26as' },
  download_ais: { icon: sheet, duration: '15 s', helpHref: '/help/ais' },
}

export const StepDetails = (props: ItrProgressProps) => (
  <ItrProgress {...props}>
    <ItrProgressHeading />
    <ItrProgressBar />
    <ItrProgressTiming />
    <ItrProgressMessage />
    <ItrProgressActions />
    <ItrProgressSteps>
      {(step) => {
        const { icon, duration, helpHref } = details[step.id] ?? {}
        return (
          <ItrProgressStep step={step}>
            {icon && (
              <svg viewBox="0 0 16 16" width="0.9em" height="0.9em" fill="currentColor" aria-hidden="true">
                <path d={icon} fillRule="evenodd" />
              </svg>
            )}{' '}
            {step.label} {duration && <small>about {duration}</small>}{' '}
            {helpHref && (
              <a href={helpHref} target="_blank" rel="noreferrer" aria-label={`Help: ${step.label}`}>
                Help
              </a>
            )}
          </ItrProgressStep>
        )
      }}
    </ItrProgressSteps>
    <ItrProgressAnnouncer />
  </ItrProgress>
)
