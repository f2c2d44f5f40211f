import { ItrProgress } from 'itr-progress'
import 'itr-progress/styles.css'
import { itrResult } from 'itr-progress/testing'
import { createRoot } from 'react-dom/client'

/** For those who look after the wording and the colours: the widget's states beside each other. It needs no msw. */
createRoot(document.getElementById('root')!).render(
  <>
    <ItrProgress result={itrResult('processing')} />
    <ItrProgress result={itrResult('completed')} />
    <ItrProgress result={itrResult('failed', { failure: 'account_locked' })} onAlternative={() => {}} />
    <ItrProgress result={itrResult('timed-out')} />
    <ItrProgress result={itrResult('error')} />
  </>,
)
