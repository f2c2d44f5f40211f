'use server'

import { itrStatus } from '../../itrStatus'
import { currentRequest } from '../currentRequest'
import type { Answer } from './ActionForm'

/** Where the form arrives. It is an address like any other: anybody can post any string, so the proxy is asked. */
export async function submitApplication(_: Answer, application: FormData): Promise<Answer> {
  const applicant = String(application.get('applicant'))
  try {
    const job = await itrStatus.getJob(application.get('itrVerification'), await currentRequest())
    if (job?.status !== 'completed') return { error: 'Not verified.', applicant }
    return { thanks: `Thank you, ${applicant}.` }
  } catch {
    // Nobody could be asked. That is no verdict.
    return { error: 'Please try again.', applicant }
  }
}
