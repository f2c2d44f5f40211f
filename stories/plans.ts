import { itrScenarios } from '../src/testing/index.ts'

/** The steps of the simulated jobs, in order. */
export const usualPlan = itrScenarios.happy.steps.map(({ id }) => id)

/** Twelve steps, two of them with labels of the host. */
export const longPlan = [
  'create_client',
  'check_credentials',
  'generate_2fa',
  'submit_otp',
  'download_profile',
  'download_itr',
  'download_itr_v',
  'download_26as',
  'download_ais',
  'download_tis',
  { id: 'compare_years', label: 'Compare the last three years' },
  { id: 'make_summary', label: 'Make the summary for your lender' },
]
