'use client'

import { ItrProgress } from 'itr-progress'
import { PROXY_URL } from '../lib/proxyUrl'
import { forgetJob } from './forgetJob'

/** The widget as a form field, with "Start again" after a failure. */
export function TaxReturns({ handle }: { handle: string }) {
  return (
    <ItrProgress
      name="itrVerification"
      required
      jobId={handle}
      proxyUrl={PROXY_URL}
      onRestart={() => void forgetJob()}
      // Only for a simulated upstream. Remove it to poll every 5 to 10 s.
      interval={{ min: 500, max: 1000 }}
    />
  )
}
