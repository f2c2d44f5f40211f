import {
  ItrProgress,
  ItrProgressActions,
  ItrProgressAlternative,
  ItrProgressAnnouncer,
  ItrProgressBar,
  ItrProgressField,
  ItrProgressHeading,
  ItrProgressMessage,
  ItrProgressPortal,
  ItrProgressReport,
  ItrProgressRestart,
  ItrProgressRetry,
  ItrProgressSteps,
  ItrProgressTiming,
} from 'itr-progress'
import { Button } from '@/components/ui/button'

export interface TaxReturnsProps {
  handle: string
  startedAt: number
  onRestart: () => void
}

/** The widget in its usual layout, with the buttons of the app. */
export function TaxReturns({ handle, startedAt, onRestart }: TaxReturnsProps) {
  return (
    <ItrProgress
      className="my-6 shadow-sm"
      name="itrVerification"
      required
      jobId={handle}
      startedAt={startedAt}
      proxyUrl="/api/itr/status"
      onRestart={onRestart}
      // Only for a simulated upstream. Remove it to poll every 5 to 10 s.
      interval={{ min: 500, max: 1000 }}
    >
      <ItrProgressHeading className="text-xl" />
      <ItrProgressBar />
      <ItrProgressTiming />
      <ItrProgressMessage />
      <ItrProgressActions>
        <ItrProgressRetry render={<Button />} />
        <ItrProgressRestart render={<Button variant="outline" />} />
        <ItrProgressAlternative render={<Button variant="outline" />} />
        <ItrProgressPortal />
        <ItrProgressReport />
      </ItrProgressActions>
      <ItrProgressSteps />
      <ItrProgressField />
      <ItrProgressAnnouncer />
    </ItrProgress>
  )
}
