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

const details: Readonly<Record<string, { icon: string; duration: string; helpHref?: string }>> = {
  create_client: { icon: '🔌', duration: '5 s' },
  download_profile: { icon: '👤', duration: '5 s' },
  download_itr: { icon: '📄', duration: '20 s', helpHref: '/help/filed-returns' },
  download_26as: { icon: '🧾', duration: '15 s', helpHref: '/help/form-26as' },
  download_ais: { icon: '📊', duration: '15 s', helpHref: '/help/ais' },
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
            {icon && <span aria-hidden="true">{icon} </span>}
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
