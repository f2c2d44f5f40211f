import type { ItrMessages } from './ItrMessages.ts'

/** Kannada. */
export const kn: ItrMessages = {
  lang: 'kn',
  dir: 'ltr',
  reviewed: 'no',
  sentence: '{text}.',
  currentStep: 'ಹಂತ {number}: {step}.',
  reference: 'ಉಲ್ಲೇಖ {reference}',
  required: 'ಮೊದಲು ನಿಮ್ಮ ಆದಾಯ ತೆರಿಗೆ ರಿಟರ್ನ್ ಪರಿಶೀಲನೆ ಆಗಬೇಕು.',

  heading: {
    idle: 'ಆದಾಯ ತೆರಿಗೆ ರಿಟರ್ನ್ ಪರಿಶೀಲನೆ',
    watching: 'ನಿಮ್ಮ ಆದಾಯ ತೆರಿಗೆ ರಿಟರ್ನ್ ಪರಿಶೀಲನೆ ನಡೆಯುತ್ತಿದೆ',
    completed: 'ನಿಮ್ಮ ಆದಾಯ ತೆರಿಗೆ ರಿಟರ್ನ್ ಪರಿಶೀಲನೆ ಆಗಿದೆ',
    failed: 'ನಿಮ್ಮ ಆದಾಯ ತೆರಿಗೆ ರಿಟರ್ನ್ ಪರಿಶೀಲನೆ ಆಗಲಿಲ್ಲ',
    'timed-out': 'ಇನ್ನೂ ಉತ್ತರ ಬಂದಿಲ್ಲ',
    error: 'ಸ್ಥಿತಿ ತಿಳಿಯಲಿಲ್ಲ',
  },

  body: {
    idle: 'ಇನ್ನೂ ಪ್ರಾರಂಭವಾಗಿಲ್ಲ.',
    paused: 'ಸದ್ಯ ಪರಿಶೀಲಿಸುತ್ತಿಲ್ಲ.',
    usual: 'ಇದಕ್ಕೆ ಸಾಮಾನ್ಯವಾಗಿ {from} ರಿಂದ {to} ಸೆಕೆಂಡುಗಳು ಬೇಕು.',
    delayed: 'ಇದಕ್ಕೆ ಸಾಮಾನ್ಯಕ್ಕಿಂತ ಹೆಚ್ಚು ಸಮಯ ಹಿಡಿಯುತ್ತಿದೆ. ಈ ಫಾರ್ಮ್ ತುಂಬುತ್ತಿರಿ.',
    'timed-out': 'ಏನೂ ಕಳೆದುಹೋಗಿಲ್ಲ.',
    pending: 'ಇದು ಇನ್ನೂ ಮುಗಿಯಬಹುದು. ಸ್ವಲ್ಪ ಸಮಯದ ನಂತರ ಮತ್ತೆ ನೋಡಿ.',
    error: 'ಪರಿಶೀಲನೆ ಆಗಲಿಲ್ಲ ಎಂದು ಇದರ ಅರ್ಥವಲ್ಲ.',
    repeated: 'ಮತ್ತೆ ಪ್ರಯತ್ನಿಸಿದೆವು.',
  },

  hint: {
    reconnecting: 'ಈಗ ಉತ್ತರ ಬಂದಿಲ್ಲ. ಮತ್ತೆ ಪ್ರಯತ್ನ ನಡೆಯುತ್ತಿದೆ.',
    offline: 'ನೀವು ಆಫ್‌ಲೈನ್‌ನಲ್ಲಿದ್ದೀರಿ. ಆನ್‌ಲೈನ್‌ಗೆ ಬಂದಾಗ ಮತ್ತೆ ನೋಡುತ್ತೇವೆ.',
  },

  reason: {
    invalid_credentials: 'ಇ-ಫೈಲಿಂಗ್ ಪೋರ್ಟಲ್ PAN ಅಥವಾ ಪಾಸ್‌ವರ್ಡ್ ಸ್ವೀಕರಿಸಲಿಲ್ಲ.',
    account_locked: 'ಇ-ಫೈಲಿಂಗ್ ಪೋರ್ಟಲ್‌ನಲ್ಲಿ ನಿಮ್ಮ ಖಾತೆ ಲಾಕ್ ಆಗಿದೆ.',
    second_factor_required: 'ಇ-ಫೈಲಿಂಗ್ ಪೋರ್ಟಲ್ OTP ಯಂತಹ ಇನ್ನೊಂದು ಪರಿಶೀಲನೆ ಕೇಳಿದೆ.',
    pan_not_registered: 'ಈ PAN ಇ-ಫೈಲಿಂಗ್ ಪೋರ್ಟಲ್‌ನಲ್ಲಿ ನೋಂದಣಿ ಆಗಿಲ್ಲ.',
    no_itr_found: 'ಈ PAN ಗೆ ಆದಾಯ ತೆರಿಗೆ ರಿಟರ್ನ್ ಸಿಗಲಿಲ್ಲ.',
    portal_unavailable: 'ಇ-ಫೈಲಿಂಗ್ ಪೋರ್ಟಲ್ ಲಭ್ಯವಿಲ್ಲ.',
    session_expired: 'ಇ-ಫೈಲಿಂಗ್ ಪೋರ್ಟಲ್‌ನಲ್ಲಿ ಸೆಷನ್ ಮುಗಿದಿದೆ.',
    consent_denied: 'ಒಪ್ಪಿಗೆ ಸಿಗಲಿಲ್ಲ.',
    report_failed: 'ನಿಮ್ಮ ದಾಖಲೆಗಳನ್ನು ಓದಲಾಗಲಿಲ್ಲ.',
    unknown: 'ಕಾರಣ ತಿಳಿಯಲಿಲ್ಲ.',
  },

  remedy: {
    invalid_credentials: 'ಎರಡನ್ನೂ ಪರಿಶೀಲಿಸಿ ಮತ್ತೆ ಪ್ರಾರಂಭಿಸಿ. ಕೆಲವು ಸಲ ತಪ್ಪಾದರೆ ಖಾತೆ ಲಾಕ್ ಆಗುತ್ತದೆ.',
    account_locked: 'ಅಲ್ಲಿ ಅನ್‌ಲಾಕ್ ಮಾಡಿ ಸ್ವಲ್ಪ ಸಮಯದ ನಂತರ ಮತ್ತೆ ಪ್ರಾರಂಭಿಸಿ.',
    second_factor_required: 'e-Filing Vault ಆಫ್ ಮಾಡಿ ಅಥವಾ ಫೋನ್ ಹತ್ತಿರ ಇಟ್ಟುಕೊಂಡು ಮತ್ತೆ ಪ್ರಾರಂಭಿಸಿ.',
    pan_not_registered: 'PAN ಪರಿಶೀಲಿಸಿ ಅಥವಾ ನೋಂದಣಿ ಮಾಡಿ ಮತ್ತೆ ಪ್ರಾರಂಭಿಸಿ.',
    no_itr_found: 'PAN ಪರಿಶೀಲಿಸಿ. ಹೊಸ ರಿಟರ್ನ್ ಇನ್ನೂ ಕಾಣದಿರಬಹುದು.',
    portal_unavailable: 'ಸ್ವಲ್ಪ ಸಮಯದ ನಂತರ ಮತ್ತೆ ಪ್ರಾರಂಭಿಸಿ.',
    session_expired: 'ಮತ್ತೆ ಪ್ರಾರಂಭಿಸಿ.',
    consent_denied: 'ಒಪ್ಪಿಗೆ ಇದ್ದರೆ ಮತ್ತೆ ಪ್ರಾರಂಭಿಸಿ.',
    report_failed: 'ಸ್ವಲ್ಪ ಸಮಯದ ನಂತರ ಮತ್ತೆ ಪ್ರಾರಂಭಿಸಿ.',
    unknown: 'ನಿಮ್ಮ ವಿವರಗಳನ್ನು ಪರಿಶೀಲಿಸಿ ಮತ್ತೆ ಪ್ರಾರಂಭಿಸಿ.',
  },

  error: {
    signed_out: 'ನೀವು ಸೈನ್ ಔಟ್ ಆಗಿರಬಹುದು. ಸೈನ್ ಇನ್ ಮಾಡಿ ಮತ್ತೆ ನೋಡಿ.',
    not_found: 'ಈ ಪರಿಶೀಲನೆ ಸಿಗಲಿಲ್ಲ.',
    other: 'ಸರಿಯಾದ ಉತ್ತರ ಬಂದಿಲ್ಲ.',
  },

  step: {
    create_client: 'ಇ-ಫೈಲಿಂಗ್ ಪೋರ್ಟಲ್‌ಗೆ ಸಂಪರ್ಕ',
    check_credentials: 'ಸೈನ್ ಇನ್ ಪರಿಶೀಲನೆ',
    generate_2fa: 'OTP ಕೋರಿಕೆ',
    submit_otp: 'OTP ನಮೂದು',
    download_profile: 'ಪ್ರೊಫೈಲ್ ಡೌನ್‌ಲೋಡ್',
    download_itr: 'ರಿಟರ್ನ್ ಡೌನ್‌ಲೋಡ್',
    download_itr_v: 'ITR-V ಡೌನ್‌ಲೋಡ್',
    download_26as: 'ಫಾರ್ಮ್ 26AS ಡೌನ್‌ಲೋಡ್',
    download_ais: 'AIS ಡೌನ್‌ಲೋಡ್',
    download_tis: 'TIS ಡೌನ್‌ಲೋಡ್',
  },

  stepInProgress: {
    create_client: 'ಇ-ಫೈಲಿಂಗ್ ಪೋರ್ಟಲ್‌ಗೆ ಸಂಪರ್ಕ',
    download_profile: 'ಪ್ರೊಫೈಲ್ ಡೌನ್‌ಲೋಡ್',
    download_itr: 'ರಿಟರ್ನ್ ಡೌನ್‌ಲೋಡ್',
    download_26as: 'ಫಾರ್ಮ್ 26AS ಡೌನ್‌ಲೋಡ್',
    download_ais: 'AIS ಡೌನ್‌ಲೋಡ್',
  },

  state: {
    completed: 'ಮುಗಿದಿದೆ',
    current: 'ನಡೆಯುತ್ತಿದೆ',
    failed: 'ವಿಫಲವಾಗಿದೆ',
    upcoming: 'ಪ್ರಾರಂಭವಾಗಿಲ್ಲ',
  },

  action: {
    retry: 'ಮತ್ತೆ ನೋಡಿ',
    restart: 'ಮತ್ತೆ ಪ್ರಾರಂಭಿಸಿ',
    alternative: 'ನೀವೇ ದಾಖಲೆಗಳನ್ನು ಅಪ್‌ಲೋಡ್ ಮಾಡಿ',
    report: 'ವರದಿಯನ್ನು ಹೊಸ ಟ್ಯಾಬ್‌ನಲ್ಲಿ ತೆರೆಯಿರಿ',
  },

  details: {
    code: 'ಕೋಡ್',
    updated: 'ಕೊನೆಯ ಅಪ್‌ಡೇಟ್',
    pan: 'PAN',
  },
}
