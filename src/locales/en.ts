/** English: the source of all translations, and the fallback for a message that a dictionary lacks. */
export const en = {
  lang: 'en',
  dir: 'ltr' as 'ltr' | 'rtl',
  /** Whether a native speaker has reviewed these messages in the widget: `yes` or `no`. */
  reviewed: 'yes' as 'yes' | 'no',

  // Turns a heading into a sentence for screen readers.
  sentence: '{text}.',
  // The current step: "Step 2: downloading your profile."
  currentStep: 'Step {number}: {step}.',
  // The person can read this code to support.
  reference: 'Reference {reference}',
  // The reason why the form cannot be submitted yet.
  required: 'Your income tax return must be verified first.',

  heading: {
    idle: 'Income tax return verification',
    watching: 'Verifying your income tax return',
    completed: 'Your income tax return is verified',
    failed: 'We could not verify your return',
    'timed-out': 'We have not heard back yet',
    error: 'We could not check the status',
  },
  body: {
    idle: 'Not started yet.',
    paused: 'We are not checking at the moment.',
    usual: 'This usually takes {from} to {to} seconds.',
    delayed: 'This is taking longer than usual. You can keep filling in this form.',
    'timed-out': 'Nothing is lost.',
    pending: 'It may still finish. Check again in a moment.',
    error: 'This does not mean that the verification failed.',
    repeated: 'We tried again.',
  },
  hint: {
    reconnecting: 'No answer just now. Trying again.',
    offline: 'You are offline. We will check again when you are back.',
  },

  // `reason` is why the job failed, `remedy` is what the person can do.
  reason: {
    invalid_credentials: 'The e-filing portal did not accept the PAN or the password.',
    account_locked: 'Your account on the e-filing portal is locked.',
    second_factor_required: 'The e-filing portal asked for a second check, such as an OTP.',
    pan_not_registered: 'This PAN is not registered on the e-filing portal.',
    no_itr_found: 'No income tax return was found for this PAN.',
    portal_unavailable: 'The e-filing portal is not available.',
    session_expired: 'The e-filing portal ended the session.',
    consent_denied: 'Consent was not given.',
    report_failed: 'Your documents could not be read.',
    unknown: 'We do not know why.',
  },
  remedy: {
    invalid_credentials: 'Check both before you start again: a few wrong tries lock the account.',
    account_locked: 'Unlock it there, and wait a while before you start again.',
    second_factor_required:
      'Turn off the e-Filing Vault, or have your phone at hand, before you start again.',
    pan_not_registered: 'Check the PAN, or register it, before you start again.',
    no_itr_found: 'Check the PAN. A new return may not show yet.',
    portal_unavailable: 'Start again later.',
    session_expired: 'Start again.',
    consent_denied: 'Start again if you consent.',
    report_failed: 'Start again later.',
    unknown: 'Check your details before you start again.',
  },
  // The reason why there is no status.
  error: {
    signed_out: 'You may have been signed out. Sign in, then check again.',
    not_found: 'This verification could not be found.',
    other: 'We got no usable answer.',
  },

  // `step` is the label in the list of steps, `stepInProgress` is {step} of `currentStep`.
  step: {
    create_client: 'Connect to the e-filing portal',
    check_credentials: 'Check sign-in',
    generate_2fa: 'Request an OTP',
    submit_otp: 'Enter the OTP',
    download_profile: 'Download profile',
    download_itr: 'Download returns',
    download_itr_v: 'Download ITR-V',
    download_26as: 'Download Form 26AS',
    download_ais: 'Download AIS',
    download_tis: 'Download TIS',
  },
  stepInProgress: {
    create_client: 'connecting to the e-filing portal',
    download_profile: 'downloading your profile',
    download_itr: 'downloading your returns',
    download_26as: 'downloading Form 26AS',
    download_ais: 'downloading your AIS',
  },
  state: { completed: 'Completed', current: 'In progress', failed: 'Failed', upcoming: 'Not started' },

  action: {
    retry: 'Check again',
    restart: 'Start again',
    alternative: 'Upload documents instead',
    report: 'Open the report in a new tab',
  },
  // Shown with `showDetails`, for a support desk.
  details: { code: 'Code', updated: 'Last update', pan: 'PAN' },
}
