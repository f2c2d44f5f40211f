'use server'

import { itrStatusProxy } from '../../lib/itr'
import { currentRequest } from '../currentRequest'
import type { FormState } from './ActionForm'

/** Receives the form. Anybody can call a server action with any string, so it checks the handle. */
export async function submitApplication(_: FormState, application: FormData): Promise<FormState> {
  const applicant = String(application.get('applicant'))
  try {
    const job = await itrStatusProxy.getJob(application.get('itrVerification'), await currentRequest())
    if (job?.status !== 'completed') return { error: 'We do not have your returns.', applicant }
    return { thanks: `Thank you, ${applicant}.` }
  } catch {
    // The upstream gave no status. The person can send the form again.
    return { error: 'Please try again.', applicant }
  }
}
