/** English: the source of all translations, and the fallback for a message that a dictionary lacks. */
export const en = {
  lang: 'en',
  dir: 'ltr' as 'ltr' | 'rtl',
  /** Whether a native speaker has reviewed these messages in the widget: `yes` or `no`. */
  reviewed: 'yes' as 'yes' | 'no',

  // Turns a heading into a sentence for screen readers.
  sentence: '{text}.',
  // The current step, with {step} from `stepInProgress`, else from `step`: "Step 2 of 5: profile."
  currentStep: 'Step {number}: {step}.',
  currentPlannedStep: 'Step {number} of {total}: {step}.',
  // The person can read this code to support.
  reference: 'Reference {reference}',
  // The reason why the form cannot be submitted yet.
  required: 'You can send the form when your returns are here.',

  heading: {
    idle: 'Income tax returns',
    watching: 'Fetching your income tax returns',
    completed: 'We have your income tax returns',
    failed: 'We could not get your income tax returns',
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
    error: 'This does not mean that your returns could not be fetched.',
    repeated: 'We tried again.',
  },
  hint: {
    reconnecting: 'No response at the moment. We are trying again.',
    offline: 'You are offline. We will check again when you are back.',
    // Announced once the connection is back.
    ok: 'We have a connection again.',
  },
  // The line below the bar, as of the last response. {duration} is "40 seconds", {time} is "10:41 am".
  timing: {
    step: 'Step {number} of {total}',
    elapsed: 'After {duration}, at {time}',
    prompt: 'At {time} we will ask you how to continue',
  },
  // Announced once a minute while the job takes longer than usual.
  stillWorking: 'We are still fetching your income tax returns.',

  // `reason` is why the job failed, `remedy` is what the person can do.
  reason: {
    invalid_credentials: 'The e-filing portal did not accept the PAN or the password.',
    account_locked: 'Your account on the e-filing portal is locked.',
    second_factor_required: 'The e-filing portal asked for a second check, such as an OTP.',
    pan_not_registered: 'This PAN is not registered on the e-filing portal.',
    no_itr_found: 'No income tax return was found for this PAN.',
    portal_unavailable: 'The e-filing portal is not working now. You did nothing wrong.',
    session_expired: 'The e-filing portal ended the session.',
    consent_denied: 'We did not receive your consent.',
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
    signed_out: 'You may have been logged out. Log in, then check again.',
    not_found: 'This request could not be found.',
    other: 'We got no usable response.',
  },

  // `step` is the noun in the list of steps, `stepInProgress` is {step} inside a sentence.
  step: {
    create_client: 'Connection to the e-filing portal',
    check_credentials: 'Login',
    generate_2fa: 'OTP request',
    submit_otp: 'OTP entry',
    download_profile: 'Profile',
    download_itr: 'Filed returns',
    download_itr_v: 'ITR-V',
    download_26as: 'Form 26AS',
    download_ais: 'AIS',
    download_tis: 'TIS',
  },
  stepInProgress: {
    create_client: 'connection to the e-filing portal',
    check_credentials: 'login',
    download_profile: 'profile',
    download_itr: 'filed returns',
  },
  state: { completed: 'Completed', current: 'In progress', failed: 'Failed', upcoming: 'Not started' },

  action: {
    retry: 'Check again',
    restart: 'Start again',
    alternative: 'Upload documents instead',
    portal: 'Open the e-filing portal in a new tab',
    report: 'Open the report in a new tab',
  },
  // Shown with `showDetails`, for a support desk.
  details: { code: 'Code', updated: 'Last update', pan: 'PAN' },
}
