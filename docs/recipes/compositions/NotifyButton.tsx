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
import { useState } from 'react'

type Props = ItrProgressProps & { onNotify: () => Promise<void> }

export function NotifyButton({ onNotify, ...props }: Props) {
  return (
    <ItrProgress {...props}>
      <ItrProgressHeading />
      <ItrProgressBar />
      <ItrProgressTiming />
      <ItrProgressMessage />
      <ItrProgressActions />
      <Notify onNotify={onNotify} />
      <ItrProgressSteps />
      <ItrProgressField />
      <ItrProgressAnnouncer />
    </ItrProgress>
  )
}

/** The key resets the button for a new job. */
function Notify({ onNotify }: Pick<Props, 'onNotify'>) {
  const { result } = useItrProgress()
  return <NotifyOnce key={result.jobId} onNotify={onNotify} isPolling={result.isPolling} />
}

function NotifyOnce({ onNotify, isPolling }: Pick<Props, 'onNotify'> & { isPolling: boolean }) {
  const [state, setState] = useState<'unset' | 'pending' | 'set' | 'failed'>('unset')
  if (!isPolling) return null

  const isDisabled = state === 'pending' || state === 'set'
  const notify = () => {
    setState('pending')
    onNotify().then(
      () => setState('set'),
      () => setState('failed'),
    )
  }
  return (
    <div>
      <button type="button" aria-disabled={isDisabled} onClick={() => isDisabled || notify()}>
        Tell me when it is done
      </button>
      <p role="status">
        {state === 'set' && 'We will send you an SMS. You can close this page.'}
        {state === 'failed' && 'That did not work. Try again.'}
      </p>
    </div>
  )
}
