import {
  ItrProgress,
  ItrProgressActions,
  ItrProgressAnnouncer,
  ItrProgressBar,
  ItrProgressField,
  ItrProgressHeading,
  ItrProgressMessage,
  ItrProgressSteps,
  ItrProgressTiming,
  useItrProgress,
  type ItrProgressProps,
} from 'itr-progress'

type Props = ItrProgressProps & { onCancel: () => void }

export function CancelLink({ onCancel, ...props }: Props) {
  return (
    <ItrProgress {...props}>
      <ItrProgressHeading />
      <ItrProgressBar />
      <ItrProgressTiming />
      <ItrProgressMessage />
      <ItrProgressActions />
      <ItrProgressSteps />
      <Cancel onCancel={onCancel} />
      <ItrProgressField />
      <ItrProgressAnnouncer />
    </ItrProgress>
  )
}

function Cancel({ onCancel }: Pick<Props, 'onCancel'>) {
  const { result } = useItrProgress()
  if (!result.isPolling) return null
  return (
    <div>
      <button type="button" className="link" onClick={onCancel}>
        Stop waiting
      </button>
    </div>
  )
}
