import type { ItrMessages } from './ItrMessages.ts'

/** Punjabi. */
export const pa: ItrMessages = {
  lang: 'pa',
  dir: 'ltr',
  reviewed: 'no',
  sentence: '{text}।',
  currentStep: 'ਕਦਮ {number}: {step}।',
  reference: 'ਹਵਾਲਾ {reference}',
  required: 'ਪਹਿਲਾਂ ਤੁਹਾਡੀ ਆਮਦਨ ਕਰ ਰਿਟਰਨ ਦੀ ਤਸਦੀਕ ਹੋਣੀ ਚਾਹੀਦੀ ਹੈ।',

  heading: {
    idle: 'ਆਮਦਨ ਕਰ ਰਿਟਰਨ ਦੀ ਤਸਦੀਕ',
    watching: 'ਤੁਹਾਡੀ ਆਮਦਨ ਕਰ ਰਿਟਰਨ ਦੀ ਤਸਦੀਕ ਹੋ ਰਹੀ ਹੈ',
    completed: 'ਤੁਹਾਡੀ ਆਮਦਨ ਕਰ ਰਿਟਰਨ ਦੀ ਤਸਦੀਕ ਹੋ ਗਈ ਹੈ',
    failed: 'ਤੁਹਾਡੀ ਆਮਦਨ ਕਰ ਰਿਟਰਨ ਦੀ ਤਸਦੀਕ ਨਹੀਂ ਹੋ ਸਕੀ',
    'timed-out': 'ਅਜੇ ਤੱਕ ਕੋਈ ਜਵਾਬ ਨਹੀਂ ਮਿਲਿਆ',
    error: 'ਸਥਿਤੀ ਦੀ ਜਾਂਚ ਨਹੀਂ ਹੋ ਸਕੀ',
  },

  body: {
    idle: 'ਅਜੇ ਸ਼ੁਰੂ ਨਹੀਂ ਹੋਇਆ।',
    paused: 'ਇਸ ਵੇਲੇ ਜਾਂਚ ਨਹੀਂ ਹੋ ਰਹੀ।',
    usual: 'ਇਸ ਵਿੱਚ ਆਮ ਤੌਰ ’ਤੇ {from} ਤੋਂ {to} ਸਕਿੰਟ ਲੱਗਦੇ ਹਨ।',
    delayed: 'ਇਸ ਵਿੱਚ ਆਮ ਨਾਲੋਂ ਵੱਧ ਸਮਾਂ ਲੱਗ ਰਿਹਾ ਹੈ। ਤੁਸੀਂ ਇਹ ਫ਼ਾਰਮ ਭਰਦੇ ਰਹਿ ਸਕਦੇ ਹੋ।',
    'timed-out': 'ਕੁਝ ਗੁਆਚਿਆ ਨਹੀਂ ਹੈ।',
    pending: 'ਇਹ ਅਜੇ ਵੀ ਪੂਰਾ ਹੋ ਸਕਦਾ ਹੈ। ਥੋੜ੍ਹੀ ਦੇਰ ਬਾਅਦ ਦੁਬਾਰਾ ਜਾਂਚ ਕਰੋ।',
    error: 'ਇਸ ਦਾ ਮਤਲਬ ਇਹ ਨਹੀਂ ਕਿ ਤਸਦੀਕ ਨਹੀਂ ਹੋ ਸਕੀ।',
    repeated: 'ਦੁਬਾਰਾ ਕੋਸ਼ਿਸ਼ ਕੀਤੀ।',
  },

  hint: {
    reconnecting: 'ਹੁਣੇ ਕੋਈ ਜਵਾਬ ਨਹੀਂ ਮਿਲਿਆ। ਦੁਬਾਰਾ ਕੋਸ਼ਿਸ਼ ਹੋ ਰਹੀ ਹੈ।',
    offline: 'ਤੁਸੀਂ ਆਫ਼ਲਾਈਨ ਹੋ। ਆਨਲਾਈਨ ਹੋਣ ’ਤੇ ਦੁਬਾਰਾ ਜਾਂਚ ਹੋਵੇਗੀ।',
  },

  reason: {
    invalid_credentials: 'ਈ-ਫ਼ਾਈਲਿੰਗ ਪੋਰਟਲ ਨੂੰ PAN ਜਾਂ ਪਾਸਵਰਡ ਸਹੀ ਨਹੀਂ ਮਿਲਿਆ।',
    account_locked: 'ਈ-ਫ਼ਾਈਲਿੰਗ ਪੋਰਟਲ ’ਤੇ ਤੁਹਾਡਾ ਖਾਤਾ ਲਾਕ ਹੈ।',
    second_factor_required: 'ਈ-ਫ਼ਾਈਲਿੰਗ ਪੋਰਟਲ ਨੂੰ OTP ਵਰਗੀ ਦੂਜੀ ਜਾਂਚ ਚਾਹੀਦੀ ਹੈ।',
    pan_not_registered: 'ਇਹ PAN ਈ-ਫ਼ਾਈਲਿੰਗ ਪੋਰਟਲ ’ਤੇ ਰਜਿਸਟਰ ਨਹੀਂ ਹੈ।',
    no_itr_found: 'ਇਸ PAN ਦੀ ਕੋਈ ਆਮਦਨ ਕਰ ਰਿਟਰਨ ਨਹੀਂ ਮਿਲੀ।',
    portal_unavailable: 'ਈ-ਫ਼ਾਈਲਿੰਗ ਪੋਰਟਲ ਉਪਲਬਧ ਨਹੀਂ ਹੈ।',
    session_expired: 'ਈ-ਫ਼ਾਈਲਿੰਗ ਪੋਰਟਲ ’ਤੇ ਸੈਸ਼ਨ ਖਤਮ ਹੋ ਗਿਆ ਹੈ।',
    consent_denied: 'ਸਹਿਮਤੀ ਨਹੀਂ ਮਿਲੀ।',
    report_failed: 'ਤੁਹਾਡੇ ਦਸਤਾਵੇਜ਼ ਪੜ੍ਹੇ ਨਹੀਂ ਜਾ ਸਕੇ।',
    unknown: 'ਕਾਰਨ ਪਤਾ ਨਹੀਂ ਹੈ।',
  },

  remedy: {
    invalid_credentials: 'ਦੋਵਾਂ ਦੀ ਜਾਂਚ ਕਰੋ ਅਤੇ ਦੁਬਾਰਾ ਸ਼ੁਰੂ ਕਰੋ। ਕੁਝ ਗਲਤ ਕੋਸ਼ਿਸ਼ਾਂ ਨਾਲ ਖਾਤਾ ਲਾਕ ਹੋ ਜਾਂਦਾ ਹੈ।',
    account_locked: 'ਉੱਥੇ ਅਨਲਾਕ ਕਰੋ ਅਤੇ ਥੋੜ੍ਹੀ ਦੇਰ ਬਾਅਦ ਦੁਬਾਰਾ ਸ਼ੁਰੂ ਕਰੋ।',
    second_factor_required: 'e-Filing Vault ਬੰਦ ਕਰੋ ਜਾਂ ਫ਼ੋਨ ਕੋਲ ਰੱਖੋ ਅਤੇ ਦੁਬਾਰਾ ਸ਼ੁਰੂ ਕਰੋ।',
    pan_not_registered: 'PAN ਦੀ ਜਾਂਚ ਕਰੋ ਜਾਂ ਰਜਿਸਟਰ ਕਰੋ ਅਤੇ ਦੁਬਾਰਾ ਸ਼ੁਰੂ ਕਰੋ।',
    no_itr_found: 'PAN ਦੀ ਜਾਂਚ ਕਰੋ। ਨਵੀਂ ਰਿਟਰਨ ਸ਼ਾਇਦ ਅਜੇ ਨਾ ਦਿਸੇ।',
    portal_unavailable: 'ਥੋੜ੍ਹੀ ਦੇਰ ਬਾਅਦ ਦੁਬਾਰਾ ਸ਼ੁਰੂ ਕਰੋ।',
    session_expired: 'ਦੁਬਾਰਾ ਸ਼ੁਰੂ ਕਰੋ।',
    consent_denied: 'ਸਹਿਮਤੀ ਹੋਵੇ ਤਾਂ ਦੁਬਾਰਾ ਸ਼ੁਰੂ ਕਰੋ।',
    report_failed: 'ਥੋੜ੍ਹੀ ਦੇਰ ਬਾਅਦ ਦੁਬਾਰਾ ਸ਼ੁਰੂ ਕਰੋ।',
    unknown: 'ਆਪਣੀ ਜਾਣਕਾਰੀ ਦੀ ਜਾਂਚ ਕਰੋ ਅਤੇ ਦੁਬਾਰਾ ਸ਼ੁਰੂ ਕਰੋ।',
  },

  error: {
    signed_out: 'ਤੁਸੀਂ ਸ਼ਾਇਦ ਸਾਈਨ ਆਊਟ ਹੋ ਗਏ ਹੋ। ਸਾਈਨ ਇਨ ਕਰੋ ਅਤੇ ਦੁਬਾਰਾ ਜਾਂਚ ਕਰੋ।',
    not_found: 'ਇਹ ਤਸਦੀਕ ਨਹੀਂ ਮਿਲੀ।',
    other: 'ਕੋਈ ਸਹੀ ਜਵਾਬ ਨਹੀਂ ਮਿਲਿਆ।',
  },

  step: {
    create_client: 'ਈ-ਫ਼ਾਈਲਿੰਗ ਪੋਰਟਲ ਨਾਲ ਜੁੜਨਾ',
    check_credentials: 'ਸਾਈਨ ਇਨ ਦੀ ਜਾਂਚ',
    generate_2fa: 'OTP ਮੰਗਣਾ',
    submit_otp: 'OTP ਭਰਨਾ',
    download_profile: 'ਪ੍ਰੋਫ਼ਾਈਲ ਡਾਊਨਲੋਡ',
    download_itr: 'ਰਿਟਰਨ ਡਾਊਨਲੋਡ',
    download_itr_v: 'ITR-V ਡਾਊਨਲੋਡ',
    download_26as: 'ਫ਼ਾਰਮ 26AS ਡਾਊਨਲੋਡ',
    download_ais: 'AIS ਡਾਊਨਲੋਡ',
    download_tis: 'TIS ਡਾਊਨਲੋਡ',
  },

  stepInProgress: {
    create_client: 'ਈ-ਫ਼ਾਈਲਿੰਗ ਪੋਰਟਲ ਨਾਲ ਜੁੜਨਾ',
    download_profile: 'ਪ੍ਰੋਫ਼ਾਈਲ ਡਾਊਨਲੋਡ',
    download_itr: 'ਰਿਟਰਨ ਡਾਊਨਲੋਡ',
    download_26as: 'ਫ਼ਾਰਮ 26AS ਡਾਊਨਲੋਡ',
    download_ais: 'AIS ਡਾਊਨਲੋਡ',
  },

  state: {
    completed: 'ਪੂਰਾ ਹੋਇਆ',
    current: 'ਜਾਰੀ ਹੈ',
    failed: 'ਨਹੀਂ ਹੋ ਸਕਿਆ',
    upcoming: 'ਸ਼ੁਰੂ ਨਹੀਂ ਹੋਇਆ',
  },

  action: {
    retry: 'ਦੁਬਾਰਾ ਜਾਂਚ ਕਰੋ',
    restart: 'ਦੁਬਾਰਾ ਸ਼ੁਰੂ ਕਰੋ',
    alternative: 'ਇਸ ਦੀ ਥਾਂ ਦਸਤਾਵੇਜ਼ ਅੱਪਲੋਡ ਕਰੋ',
    report: 'ਰਿਪੋਰਟ ਨਵੀਂ ਟੈਬ ਵਿੱਚ ਖੋਲ੍ਹੋ',
  },

  details: {
    code: 'ਕੋਡ',
    updated: 'ਪਿਛਲਾ ਅੱਪਡੇਟ',
    pan: 'PAN',
  },
}
