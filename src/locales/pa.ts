import type { ItrMessages } from './ItrMessages.ts'

/** Punjabi. */
export const pa: ItrMessages = {
  lang: 'pa',
  dir: 'ltr',
  reviewed: 'no',
  sentence: '{text}।',
  currentStep: 'ਕਦਮ {number}: {step}।',
  currentPlannedStep: '{total} ਵਿੱਚੋਂ ਕਦਮ {number}: {step}।',
  reference: 'ਹਵਾਲਾ {reference}',
  required: 'ਰਿਟਰਨਾਂ ਮਿਲਣ ’ਤੇ ਤੁਸੀਂ ਫ਼ਾਰਮ ਭੇਜ ਸਕੋਗੇ।',

  heading: {
    idle: 'ਆਮਦਨ ਕਰ ਰਿਟਰਨਾਂ',
    watching: 'ਤੁਹਾਡੀਆਂ ਆਮਦਨ ਕਰ ਰਿਟਰਨਾਂ ਪ੍ਰਾਪਤ ਕੀਤੀਆਂ ਜਾ ਰਹੀਆਂ ਹਨ',
    completed: 'ਤੁਹਾਡੀਆਂ ਆਮਦਨ ਕਰ ਰਿਟਰਨਾਂ ਮਿਲ ਗਈਆਂ ਹਨ',
    failed: 'ਤੁਹਾਡੀਆਂ ਆਮਦਨ ਕਰ ਰਿਟਰਨਾਂ ਨਹੀਂ ਮਿਲ ਸਕੀਆਂ',
    'timed-out': 'ਅਜੇ ਤੱਕ ਕੋਈ ਜਵਾਬ ਨਹੀਂ ਮਿਲਿਆ',
    error: 'ਸਥਿਤੀ ਦੀ ਜਾਂਚ ਨਹੀਂ ਹੋ ਸਕੀ',
  },

  body: {
    idle: 'ਪ੍ਰਕਿਰਿਆ ਅਜੇ ਸ਼ੁਰੂ ਨਹੀਂ ਹੋਈ।',
    paused: 'ਇਸ ਵੇਲੇ ਜਾਂਚ ਨਹੀਂ ਹੋ ਰਹੀ।',
    usual: 'ਇਸ ਵਿੱਚ ਆਮ ਤੌਰ ’ਤੇ {from} ਤੋਂ {to} ਸਕਿੰਟ ਲੱਗਦੇ ਹਨ।',
    delayed: 'ਇਸ ਵਿੱਚ ਆਮ ਨਾਲੋਂ ਵੱਧ ਸਮਾਂ ਲੱਗ ਰਿਹਾ ਹੈ। ਤੁਸੀਂ ਇਹ ਫ਼ਾਰਮ ਭਰਦੇ ਰਹਿ ਸਕਦੇ ਹੋ।',
    'timed-out': 'ਕੁਝ ਗੁਆਚਿਆ ਨਹੀਂ ਹੈ।',
    pending: 'ਪ੍ਰਕਿਰਿਆ ਅਜੇ ਵੀ ਪੂਰੀ ਹੋ ਸਕਦੀ ਹੈ। ਥੋੜ੍ਹੀ ਦੇਰ ਬਾਅਦ ਦੁਬਾਰਾ ਜਾਂਚ ਕਰੋ।',
    error: 'ਇਸ ਦਾ ਮਤਲਬ ਇਹ ਨਹੀਂ ਕਿ ਰਿਟਰਨਾਂ ਨਹੀਂ ਮਿਲ ਸਕੀਆਂ।',
    repeated: 'ਅਸੀਂ ਦੁਬਾਰਾ ਕੋਸ਼ਿਸ਼ ਕੀਤੀ।',
  },

  hint: {
    reconnecting: 'ਹੁਣੇ ਕੋਈ ਜਵਾਬ ਨਹੀਂ ਮਿਲ ਰਿਹਾ। ਅਸੀਂ ਦੁਬਾਰਾ ਕੋਸ਼ਿਸ਼ ਕਰ ਰਹੇ ਹਾਂ।',
    offline: 'ਤੁਸੀਂ ਆਫ਼ਲਾਈਨ ਹੋ। ਆਨਲਾਈਨ ਹੋਣ ’ਤੇ ਦੁਬਾਰਾ ਜਾਂਚ ਹੋਵੇਗੀ।',
    ok: 'ਕਨੈਕਸ਼ਨ ਦੁਬਾਰਾ ਜੁੜ ਗਿਆ ਹੈ।',
  },

  timing: {
    step: '{total} ਵਿੱਚੋਂ ਕਦਮ {number}',
    elapsed: '{duration} ਬਾਅਦ, {time} ’ਤੇ',
    prompt: 'ਅਸੀਂ ਤੁਹਾਨੂੰ {time} ’ਤੇ ਪੁੱਛਾਂਗੇ ਕਿ ਅੱਗੇ ਕੀ ਕਰਨਾ ਹੈ',
  },
  stillWorking: 'ਤੁਹਾਡੀਆਂ ਆਮਦਨ ਕਰ ਰਿਟਰਨਾਂ ਅਜੇ ਵੀ ਪ੍ਰਾਪਤ ਕੀਤੀਆਂ ਜਾ ਰਹੀਆਂ ਹਨ।',

  reason: {
    invalid_credentials: 'ਈ-ਫ਼ਾਈਲਿੰਗ ਪੋਰਟਲ ਨੂੰ PAN ਜਾਂ ਪਾਸਵਰਡ ਸਹੀ ਨਹੀਂ ਮਿਲਿਆ।',
    account_locked: 'ਈ-ਫ਼ਾਈਲਿੰਗ ਪੋਰਟਲ ’ਤੇ ਤੁਹਾਡਾ ਖਾਤਾ ਲਾਕ ਹੈ।',
    second_factor_required: 'ਈ-ਫ਼ਾਈਲਿੰਗ ਪੋਰਟਲ ਨੂੰ OTP ਵਰਗੀ ਦੂਜੀ ਜਾਂਚ ਚਾਹੀਦੀ ਹੈ।',
    pan_not_registered: 'ਇਹ PAN ਈ-ਫ਼ਾਈਲਿੰਗ ਪੋਰਟਲ ’ਤੇ ਰਜਿਸਟਰ ਨਹੀਂ ਹੈ।',
    no_itr_found: 'ਇਸ PAN ਦੀ ਕੋਈ ਆਮਦਨ ਕਰ ਰਿਟਰਨ ਨਹੀਂ ਮਿਲੀ।',
    portal_unavailable: 'ਈ-ਫ਼ਾਈਲਿੰਗ ਪੋਰਟਲ ਇਸ ਵੇਲੇ ਕੰਮ ਨਹੀਂ ਕਰ ਰਿਹਾ। ਇਸ ਵਿੱਚ ਤੁਹਾਡੀ ਕੋਈ ਗ਼ਲਤੀ ਨਹੀਂ ਹੈ।',
    session_expired: 'ਈ-ਫ਼ਾਈਲਿੰਗ ਪੋਰਟਲ ’ਤੇ ਸੈਸ਼ਨ ਖ਼ਤਮ ਹੋ ਗਿਆ ਹੈ।',
    consent_denied: 'ਸਾਨੂੰ ਤੁਹਾਡੀ ਸਹਿਮਤੀ ਨਹੀਂ ਮਿਲੀ।',
    report_failed: 'ਤੁਹਾਡੇ ਦਸਤਾਵੇਜ਼ ਪੜ੍ਹੇ ਨਹੀਂ ਜਾ ਸਕੇ।',
    unknown: 'ਕਾਰਨ ਪਤਾ ਨਹੀਂ ਹੈ।',
  },

  remedy: {
    invalid_credentials: 'ਦੋਵਾਂ ਦੀ ਜਾਂਚ ਕਰੋ ਅਤੇ ਦੁਬਾਰਾ ਸ਼ੁਰੂ ਕਰੋ। ਕੁਝ ਗ਼ਲਤ ਕੋਸ਼ਿਸ਼ਾਂ ਨਾਲ ਖਾਤਾ ਲਾਕ ਹੋ ਜਾਂਦਾ ਹੈ।',
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
    signed_out: 'ਤੁਸੀਂ ਸ਼ਾਇਦ ਲਾਗ ਆਊਟ ਹੋ ਗਏ ਹੋ। ਲਾਗ ਇਨ ਕਰੋ ਅਤੇ ਦੁਬਾਰਾ ਜਾਂਚ ਕਰੋ।',
    not_found: 'ਇਹ ਬੇਨਤੀ ਨਹੀਂ ਮਿਲੀ।',
    other: 'ਕੋਈ ਸਹੀ ਜਵਾਬ ਨਹੀਂ ਮਿਲਿਆ।',
  },

  step: {
    create_client: 'ਈ-ਫ਼ਾਈਲਿੰਗ ਪੋਰਟਲ ਨਾਲ ਕਨੈਕਸ਼ਨ',
    check_credentials: 'ਲਾਗ ਇਨ',
    generate_2fa: 'OTP ਦੀ ਬੇਨਤੀ',
    submit_otp: 'OTP ਭਰਨਾ',
    download_profile: 'ਪ੍ਰੋਫ਼ਾਈਲ',
    download_itr: 'ਦਾਖ਼ਲ ਕੀਤੀਆਂ ਰਿਟਰਨਾਂ',
    download_itr_v: 'ITR-V',
    download_26as: 'ਫ਼ਾਰਮ 26AS',
    download_ais: 'AIS',
    download_tis: 'TIS',
  },

  stepInProgress: {
    create_client: 'ਈ-ਫ਼ਾਈਲਿੰਗ ਪੋਰਟਲ ਨਾਲ ਕਨੈਕਸ਼ਨ',
    check_credentials: 'ਲਾਗ ਇਨ',
    download_profile: 'ਪ੍ਰੋਫ਼ਾਈਲ',
    download_itr: 'ਦਾਖ਼ਲ ਕੀਤੀਆਂ ਰਿਟਰਨਾਂ',
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
    portal: 'ਈ-ਫ਼ਾਈਲਿੰਗ ਪੋਰਟਲ ਨਵੀਂ ਟੈਬ ਵਿੱਚ ਖੋਲ੍ਹੋ',
    report: 'ਰਿਪੋਰਟ ਨਵੀਂ ਟੈਬ ਵਿੱਚ ਖੋਲ੍ਹੋ',
  },

  details: {
    code: 'ਕੋਡ',
    updated: 'ਆਖ਼ਰੀ ਅੱਪਡੇਟ',
    pan: 'PAN',
  },
}
