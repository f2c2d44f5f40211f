import {
  ItrProgress,
  ItrProgressActions,
  ItrProgressAnnouncer,
  ItrProgressBar,
  ItrProgressField,
  ItrProgressHeading,
  ItrProgressMessage,
  ItrProgressTiming,
  useItrProgress,
  type ItrProgressProps,
} from 'itr-progress'
import './compact-strip.css'

export const CompactStrip = (props: ItrProgressProps) => (
  <ItrProgress {...props} className="compact-strip">
    <ItrProgressHeading />
    <Status />
    <ItrProgressField />
    <ItrProgressAnnouncer />
  </ItrProgress>
)

/** One line while the job runs on time. The message and the actions come when they are needed. */
function Status() {
  const { phase, isDelayed, connection } = useItrProgress().result
  const needsMessage =
    isDelayed || connection !== 'ok' || phase === 'failed' || phase === 'timed-out' || phase === 'error'
  return needsMessage ? (
    <>
      <ItrProgressMessage />
      <ItrProgressActions />
    </>
  ) : (
    <>
      <ItrProgressTiming />
      <ItrProgressBar />
    </>
  )
}
