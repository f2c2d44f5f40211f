import { ItrProgress } from 'itr-progress'
import 'itr-progress/styles.css'
import { itrState } from 'itr-progress/testing'
import { createRoot } from 'react-dom/client'

/** For those who look after the wording and the colours: the widget's states beside each other. It needs no msw. */
createRoot(document.getElementById('root')!).render(
  <>
    <ItrProgress itr={itrState('processing')} />
    <ItrProgress itr={itrState('completed')} />
    <ItrProgress itr={itrState('failed', { failure: 'account_locked' })} onFallback={() => {}} />
    <ItrProgress itr={itrState('timed-out')} />
    <ItrProgress itr={itrState('error')} />
  </>,
)
