import type { ItrMessages } from './ItrMessages.ts'

/** Malayalam. */
export const ml: ItrMessages = {
  lang: 'ml',
  dir: 'ltr',
  reviewed: 'no',
  sentence: '{text}.',
  currentStep: 'ഘട്ടം {number}: {step}.',
  reference: 'റഫറൻസ് {reference}',
  required: 'ആദ്യം നിങ്ങളുടെ ആദായനികുതി റിട്ടേൺ സ്ഥിരീകരിക്കണം.',

  heading: {
    idle: 'ആദായനികുതി റിട്ടേൺ സ്ഥിരീകരണം',
    watching: 'നിങ്ങളുടെ ആദായനികുതി റിട്ടേൺ സ്ഥിരീകരിക്കുന്നു',
    completed: 'നിങ്ങളുടെ ആദായനികുതി റിട്ടേൺ സ്ഥിരീകരിച്ചു',
    failed: 'നിങ്ങളുടെ ആദായനികുതി റിട്ടേൺ സ്ഥിരീകരിക്കാനായില്ല',
    'timed-out': 'ഇതുവരെ മറുപടി ലഭിച്ചിട്ടില്ല',
    error: 'നില പരിശോധിക്കാനായില്ല',
  },

  body: {
    idle: 'ഇതുവരെ തുടങ്ങിയിട്ടില്ല.',
    usual: 'ഇതിന് സാധാരണ {from} മുതൽ {to} സെക്കൻഡ് വരെ വേണം.',
    delayed: 'ഇതിന് കൂടുതൽ സമയം എടുക്കുന്നു. ഈ ഫോം പൂരിപ്പിക്കുന്നത് തുടരാം.',
    'timed-out': 'ഒന്നും നഷ്ടപ്പെട്ടിട്ടില്ല.',
    pending: 'ഇത് ഇനിയും പൂർത്തിയാകാം. അൽപസമയം കഴിഞ്ഞ് വീണ്ടും പരിശോധിക്കുക.',
    error: 'സ്ഥിരീകരിക്കാനായില്ല എന്ന് ഇതിന് അർഥമില്ല.',
  },

  hint: {
    reconnecting: 'ഇപ്പോൾ മറുപടി ലഭിച്ചില്ല. വീണ്ടും ശ്രമിക്കുന്നു.',
    offline: 'നിങ്ങൾ ഓഫ്‌ലൈനിലാണ്. ഓൺലൈനിൽ വരുമ്പോൾ വീണ്ടും പരിശോധിക്കും.',
  },

  reason: {
    invalid_credentials: 'ഇ-ഫയലിങ് പോർട്ടൽ PAN അല്ലെങ്കിൽ പാസ്‌വേഡ് സ്വീകരിച്ചില്ല.',
    account_locked: 'ഇ-ഫയലിങ് പോർട്ടലിൽ നിങ്ങളുടെ അക്കൗണ്ട് ലോക്ക് ആണ്.',
    second_factor_required: 'ഇ-ഫയലിങ് പോർട്ടൽ OTP പോലുള്ള പരിശോധന ആവശ്യപ്പെട്ടു.',
    pan_not_registered: 'ഈ PAN ഇ-ഫയലിങ് പോർട്ടലിൽ രജിസ്റ്റർ ചെയ്തിട്ടില്ല.',
    no_itr_found: 'ഈ PAN-ൽ ആദായനികുതി റിട്ടേൺ കണ്ടെത്തിയില്ല.',
    portal_unavailable: 'ഇ-ഫയലിങ് പോർട്ടൽ ലഭ്യമല്ല.',
    session_expired: 'ഇ-ഫയലിങ് പോർട്ടലിൽ സെഷൻ അവസാനിച്ചു.',
    consent_denied: 'സമ്മതം ലഭിച്ചില്ല.',
    report_failed: 'നിങ്ങളുടെ രേഖകൾ വായിക്കാനായില്ല.',
    unknown: 'കാരണം അറിയില്ല.',
  },

  remedy: {
    invalid_credentials: 'രണ്ടും പരിശോധിച്ച് വീണ്ടും തുടങ്ങുക. പല തവണ തെറ്റിയാൽ അക്കൗണ്ട് ലോക്ക് ആകും.',
    account_locked: 'അവിടെ അൺലോക്ക് ചെയ്ത് അൽപസമയം കഴിഞ്ഞ് വീണ്ടും തുടങ്ങുക.',
    second_factor_required: 'e-Filing Vault ഓഫ് ചെയ്തോ ഫോൺ അടുത്ത് വെച്ചോ വീണ്ടും തുടങ്ങുക.',
    pan_not_registered: 'PAN പരിശോധിച്ചോ രജിസ്റ്റർ ചെയ്തോ വീണ്ടും തുടങ്ങുക.',
    no_itr_found: 'PAN പരിശോധിക്കുക. പുതിയ റിട്ടേൺ ഇപ്പോൾ കാണണമെന്നില്ല.',
    portal_unavailable: 'അൽപസമയം കഴിഞ്ഞ് വീണ്ടും തുടങ്ങുക.',
    session_expired: 'വീണ്ടും തുടങ്ങുക.',
    consent_denied: 'സമ്മതമെങ്കിൽ വീണ്ടും തുടങ്ങുക.',
    report_failed: 'അൽപസമയം കഴിഞ്ഞ് വീണ്ടും തുടങ്ങുക.',
    unknown: 'നിങ്ങളുടെ വിവരങ്ങൾ പരിശോധിച്ച് വീണ്ടും തുടങ്ങുക.',
  },

  error: {
    signed_out: 'നിങ്ങൾ സൈൻ ഔട്ട് ആയിട്ടുണ്ടാകാം. സൈൻ ഇൻ ചെയ്ത് വീണ്ടും പരിശോധിക്കുക.',
    not_found: 'ഈ സ്ഥിരീകരണം കണ്ടെത്തിയില്ല.',
    other: 'ശരിയായ മറുപടി ലഭിച്ചില്ല.',
  },

  step: {
    create_client: 'ഇ-ഫയലിങ് പോർട്ടൽ കണക്ഷൻ',
    check_credentials: 'സൈൻ ഇൻ പരിശോധന',
    generate_2fa: 'OTP ആവശ്യപ്പെടൽ',
    submit_otp: 'OTP നൽകൽ',
    download_profile: 'പ്രൊഫൈൽ ഡൗൺലോഡ്',
    download_itr: 'റിട്ടേൺ ഡൗൺലോഡ്',
    download_itr_v: 'ITR-V ഡൗൺലോഡ്',
    download_26as: 'ഫോം 26AS ഡൗൺലോഡ്',
    download_ais: 'AIS ഡൗൺലോഡ്',
    download_tis: 'TIS ഡൗൺലോഡ്',
  },

  stepInProgress: {
    create_client: 'ഇ-ഫയലിങ് പോർട്ടൽ കണക്ഷൻ',
    download_profile: 'പ്രൊഫൈൽ ഡൗൺലോഡ്',
    download_itr: 'റിട്ടേൺ ഡൗൺലോഡ്',
    download_26as: 'ഫോം 26AS ഡൗൺലോഡ്',
    download_ais: 'AIS ഡൗൺലോഡ്',
  },

  state: {
    completed: 'പൂർത്തിയായി',
    current: 'നടക്കുന്നു',
    failed: 'പരാജയപ്പെട്ടു',
    upcoming: 'തുടങ്ങിയിട്ടില്ല',
  },

  action: {
    retry: 'വീണ്ടും പരിശോധിക്കുക',
    restart: 'വീണ്ടും തുടങ്ങുക',
    alternative: 'സ്വയം രേഖകൾ അപ്‌ലോഡ് ചെയ്യുക',
    report: 'റിപ്പോർട്ട് പുതിയ ടാബിൽ തുറക്കുക',
  },

  details: {
    code: 'കോഡ്',
    updated: 'അവസാന അപ്‌ഡേറ്റ്',
    pan: 'PAN',
  },
}
