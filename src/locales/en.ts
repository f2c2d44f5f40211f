/** English: what every other dictionary is a translation of, and what stands in for a sentence that one leaves out. */
export const en = {
  lang: 'en',
  dir: 'ltr' as 'ltr' | 'rtl',

  // A heading on its own, made a sentence for those who hear it.
  sentence: '{text}.',
  'heading.idle': 'Income tax return verification',
  'heading.watching': 'Verifying your income tax return',
  'heading.completed': 'Your income tax return is verified',
  'heading.failed': 'We could not verify your return',
  'heading.timed-out': 'We have not heard back yet',
  'heading.error': 'We could not check the status',

  'body.idle': 'Not started yet.',
  'body.usual': 'This usually takes {from} to {to} seconds.',
  'body.delayed': 'This is taking longer than usual. You can keep filling in this form.',
  'body.timed-out': 'Nothing is lost.',
  'body.pending': 'The verification may still finish. Check again in a moment.',
  'body.error': 'This does not mean that the verification failed.',
  'hint.reconnecting': 'No answer at the moment. Trying to reconnect.',
  'hint.offline': 'You are offline. We will check again when you are back online.',

  // What happened, and what the person can do about it.
  'reason.invalid_credentials': 'The e-filing portal did not accept the PAN or the password.',
  'remedy.invalid_credentials':
    'Check both before you start again: the portal locks an account after a few wrong tries.',
  'reason.account_locked': 'Your account on the e-filing portal is locked.',
  'remedy.account_locked': 'Unlock it on the portal, then wait a while before you start again.',
  'reason.second_factor_required': 'The e-filing portal asked for a second check, such as an OTP.',
  'remedy.second_factor_required':
    'Turn off the e-Filing Vault, or have your phone at hand, before you start again.',
  'reason.pan_not_registered': 'This PAN is not registered on the e-filing portal.',
  'remedy.pan_not_registered': 'Check the PAN, or register it on the portal before you start again.',
  'reason.no_itr_found': 'No filed income tax return was found for this PAN.',
  'remedy.no_itr_found': 'Check the PAN. A very recent return may not show yet.',
  'reason.session_expired': 'The session on the e-filing portal ended too early.',
  'remedy.session_expired': 'Start again when you are ready.',
  'reason.consent_denied': 'Consent to read your return was not given.',
  'remedy.consent_denied': 'Your consent is needed before you start again.',
  'reason.report_failed': 'The documents could not be downloaded or read.',
  'remedy.report_failed': 'Start again a little later.',
  'reason.portal_unavailable': 'The e-filing portal is not available at the moment.',
  'remedy.portal_unavailable': 'Start again a little later.',
  'reason.unknown': 'We do not know the reason.',
  'remedy.unknown': 'Check your details before you start again.',

  // Why nobody could be asked.
  'error.network': 'The service could not be reached.',
  'error.timeout': 'The service did not answer in time.',
  'error.http': 'The service could not answer our request.',
  'error.refused': 'The service refused our request.',
  'error.invalid_answer': 'The answer of the service could not be read.',
  'error.signed_out': 'You may have been signed out. Sign in, then check again.',
  'error.not_found': 'This verification could not be found.',

  // A step's name in the list, and as what is being done just now.
  'step.create_client': 'Connect to the e-filing portal',
  'doing.create_client': 'connecting to the e-filing portal',
  'step.download_profile': 'Download profile',
  'doing.download_profile': 'downloading your profile',
  'step.download_itr': 'Download returns',
  'doing.download_itr': 'downloading your returns',
  'step.download_26as': 'Download Form 26AS',
  'doing.download_26as': 'downloading Form 26AS',
  'step.download_ais': 'Download AIS',
  'doing.download_ais': 'downloading your AIS',
  now: 'Step {number}: {step}.',
  'state.completed': 'Completed',
  'state.current': 'In progress',
  'state.failed': 'Failed',
  'state.upcoming': 'Not started',

  'action.retry': 'Check again',
  'action.restart': 'Start again',
  'action.fallback': 'Upload documents instead',
  'action.report': 'Open the report in a new tab',

  // What the person can read out to support, and what support asks for.
  reference: 'Reference {reference}',
  'details.code': 'Code',
  'details.updated': 'Last update',
  'details.pan': 'PAN',
}
