import {
  ItrProgress,
  ItrProgressActions,
  ItrProgressAnnouncer,
  ItrProgressBar,
  ItrProgressField,
  ItrProgressHeading,
  ItrProgressMessage,
  ItrProgressTiming,
  type ItrProgressProps,
} from 'itr-progress'
import './compact-strip.css'

/** One line while the job runs on time. The message comes when it is needed. */
export const CompactStrip = (props: ItrProgressProps) => (
  <ItrProgress
    {...props}
    className={({ isDelayed, connection }) =>
      isDelayed || connection !== 'ok' ? 'compact-strip' : 'compact-strip on-time'
    }
  >
    <ItrProgressHeading />
    <ItrProgressTiming />
    <ItrProgressBar />
    <ItrProgressMessage />
    <ItrProgressActions />
    <ItrProgressField />
    <ItrProgressAnnouncer />
  </ItrProgress>
)
