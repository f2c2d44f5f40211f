import type { ItrMessages } from './ItrMessages.ts'

/** Gujarati. */
export const gu: ItrMessages = {
  lang: 'gu',
  dir: 'ltr',
  reviewed: 'no',
  sentence: '{text}.',
  currentStep: 'પગલું {number}: {step}.',
  reference: 'સંદર્ભ નંબર {reference}',
  required: 'પહેલાં તમારા આવકવેરા રિટર્નની ચકાસણી થવી જોઈએ.',

  heading: {
    idle: 'આવકવેરા રિટર્નની ચકાસણી',
    watching: 'તમારા આવકવેરા રિટર્નની ચકાસણી થઈ રહી છે',
    completed: 'તમારા આવકવેરા રિટર્નની ચકાસણી થઈ ગઈ છે',
    failed: 'તમારા આવકવેરા રિટર્નની ચકાસણી થઈ શકી નથી',
    'timed-out': 'હજી કોઈ જવાબ મળ્યો નથી',
    error: 'સ્થિતિ જાણી શકાઈ નથી',
  },

  body: {
    idle: 'હજી શરૂ થયું નથી.',
    paused: 'હાલમાં તપાસ થતી નથી.',
    usual: 'આમાં સામાન્ય રીતે {from} થી {to} સેકંડ લાગે છે.',
    delayed: 'આમાં સામાન્ય કરતાં વધુ સમય લાગી રહ્યો છે. તમે આ ફોર્મ ભરવાનું ચાલુ રાખી શકો છો.',
    'timed-out': 'કંઈ ખોવાયું નથી.',
    pending: 'આ હજી પૂરું થઈ શકે છે. થોડી વાર પછી ફરી તપાસો.',
    error: 'આનો અર્થ એ નથી કે ચકાસણી થઈ શકી નથી.',
    repeated: 'ફરી પ્રયાસ કર્યો.',
  },

  hint: {
    reconnecting: 'હમણાં કોઈ જવાબ મળ્યો નથી. ફરી પ્રયાસ ચાલુ છે.',
    offline: 'તમે ઑફલાઇન છો. ઑનલાઇન થશો ત્યારે ફરી તપાસ થશે.',
  },

  reason: {
    invalid_credentials: 'ઈ-ફાઇલિંગ પોર્ટલે PAN કે પાસવર્ડ સ્વીકાર્યો નથી.',
    account_locked: 'ઈ-ફાઇલિંગ પોર્ટલ પર તમારું ખાતું લૉક છે.',
    second_factor_required: 'ઈ-ફાઇલિંગ પોર્ટલે OTP જેવી બીજી ચકાસણી માગી છે.',
    pan_not_registered: 'આ PAN ઈ-ફાઇલિંગ પોર્ટલ પર નોંધાયેલો નથી.',
    no_itr_found: 'આ PAN માટે કોઈ આવકવેરા રિટર્ન મળ્યું નથી.',
    portal_unavailable: 'ઈ-ફાઇલિંગ પોર્ટલ ઉપલબ્ધ નથી.',
    session_expired: 'ઈ-ફાઇલિંગ પોર્ટલ પર સત્ર પૂરું થયું છે.',
    consent_denied: 'સંમતિ મળી નથી.',
    report_failed: 'તમારા દસ્તાવેજ વાંચી શકાયા નથી.',
    unknown: 'કારણ ખબર નથી.',
  },

  remedy: {
    invalid_credentials: 'બંને તપાસો અને ફરી શરૂ કરો. થોડા ખોટા પ્રયાસોથી ખાતું લૉક થઈ જાય છે.',
    account_locked: 'તેને ત્યાં અનલૉક કરો અને થોડી વાર પછી ફરી શરૂ કરો.',
    second_factor_required: 'e-Filing Vault બંધ કરો કે ફોન પાસે રાખો અને ફરી શરૂ કરો.',
    pan_not_registered: 'PAN તપાસો કે તેની નોંધણી કરો અને ફરી શરૂ કરો.',
    no_itr_found: 'PAN તપાસો. નવું રિટર્ન કદાચ હજી ન દેખાય.',
    portal_unavailable: 'થોડી વાર પછી ફરી શરૂ કરો.',
    session_expired: 'ફરી શરૂ કરો.',
    consent_denied: 'સંમતિ હોય તો ફરી શરૂ કરો.',
    report_failed: 'થોડી વાર પછી ફરી શરૂ કરો.',
    unknown: 'તમારી વિગતો તપાસો અને ફરી શરૂ કરો.',
  },

  error: {
    signed_out: 'તમે કદાચ સાઇન આઉટ થઈ ગયા છો. સાઇન ઇન કરો અને ફરી તપાસો.',
    not_found: 'આ ચકાસણી મળી નથી.',
    other: 'કોઈ યોગ્ય જવાબ મળ્યો નથી.',
  },

  step: {
    create_client: 'ઈ-ફાઇલિંગ પોર્ટલ સાથે જોડાણ',
    check_credentials: 'સાઇન ઇનની ચકાસણી',
    generate_2fa: 'OTP માગવો',
    submit_otp: 'OTP ભરવો',
    download_profile: 'પ્રોફાઇલ ડાઉનલોડ',
    download_itr: 'રિટર્ન ડાઉનલોડ',
    download_itr_v: 'ITR-V ડાઉનલોડ',
    download_26as: 'ફોર્મ 26AS ડાઉનલોડ',
    download_ais: 'AIS ડાઉનલોડ',
    download_tis: 'TIS ડાઉનલોડ',
  },

  stepInProgress: {
    create_client: 'ઈ-ફાઇલિંગ પોર્ટલ સાથે જોડાણ',
    download_profile: 'પ્રોફાઇલ ડાઉનલોડ',
    download_itr: 'રિટર્ન ડાઉનલોડ',
    download_26as: 'ફોર્મ 26AS ડાઉનલોડ',
    download_ais: 'AIS ડાઉનલોડ',
  },

  state: {
    completed: 'પૂરું થયું',
    current: 'ચાલુ છે',
    failed: 'નિષ્ફળ',
    upcoming: 'શરૂ થયું નથી',
  },

  action: {
    retry: 'ફરી તપાસો',
    restart: 'ફરી શરૂ કરો',
    alternative: 'તેના બદલે દસ્તાવેજ અપલોડ કરો',
    report: 'રિપોર્ટ નવા ટૅબમાં ખોલો',
  },

  details: {
    code: 'કોડ',
    updated: 'છેલ્લું અપડેટ',
    pan: 'PAN',
  },
}
