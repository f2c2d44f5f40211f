import { ItrProgress } from 'itr-progress'
import 'itr-progress/styles.css'
import { itrResult } from 'itr-progress/testing'
import { createRoot } from 'react-dom/client'

/** Shows phases of the widget beside each other. The app has no msw. */
createRoot(document.getElementById('root')!).render(
  <>
    <ItrProgress result={itrResult('processing')} />
    <ItrProgress result={itrResult('completed')} />
    <ItrProgress result={itrResult('failed', { failure: 'account_locked' })} onAlternative={() => {}} />
    <ItrProgress result={itrResult('timed-out')} />
    <ItrProgress result={itrResult('error')} />
  </>,
)
