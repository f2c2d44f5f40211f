/** The steps that the simulated jobs go through, in order: a plan for hosts that know it. */
export const usualPlan = [
  'create_client',
  'download_profile',
  'download_itr',
  'download_26as',
  'download_ais',
]

/** As many as a host may think of, two of them with names of its own. */
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
