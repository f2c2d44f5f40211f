import type { ItrMessages } from './ItrMessages.ts'

/** Gujarati. */
export const gu: ItrMessages = {
  lang: 'gu',
  dir: 'ltr',
  reviewed: 'no',
  sentence: '{text}.',
  currentStep: 'પગલું {number}: {step}.',
  currentPlannedStep: '{total} માંથી પગલું {number}: {step}.',
  reference: 'સંદર્ભ નંબર {reference}',
  required: 'રિટર્ન મળી જાય પછી તમે ફોર્મ મોકલી શકશો.',

  heading: {
    idle: 'આવકવેરા રિટર્ન',
    watching: 'તમારાં આવકવેરા રિટર્ન મેળવી રહ્યા છીએ',
    completed: 'તમારાં આવકવેરા રિટર્ન મળી ગયાં છે',
    failed: 'તમારાં આવકવેરા રિટર્ન મેળવી શકાયાં નથી',
    'timed-out': 'હજી કોઈ જવાબ મળ્યો નથી',
    error: 'સ્થિતિ જાણી શકાઈ નથી',
  },

  body: {
    idle: 'પ્રક્રિયા હજી શરૂ થઈ નથી.',
    paused: 'હાલમાં તપાસ થતી નથી.',
    usual: 'આમાં સામાન્ય રીતે {from} થી {to} સેકંડ લાગે છે.',
    delayed: 'આમાં સામાન્ય કરતાં વધુ સમય લાગી રહ્યો છે. તમે આ ફોર્મ ભરવાનું ચાલુ રાખી શકો છો.',
    'timed-out': 'કંઈ ખોવાયું નથી.',
    pending: 'પ્રક્રિયા હજી પૂરી થઈ શકે છે. થોડી વાર પછી ફરી તપાસો.',
    error: 'આનો અર્થ એ નથી કે રિટર્ન મેળવી શકાયાં નથી.',
    repeated: 'અમે ફરી પ્રયાસ કર્યો.',
  },

  hint: {
    reconnecting: 'હમણાં કોઈ જવાબ મળતો નથી. અમે ફરી પ્રયાસ કરીએ છીએ.',
    offline: 'તમે ઑફલાઇન છો. ઑનલાઇન થશો ત્યારે ફરી તપાસ થશે.',
    ok: 'કનેક્શન ફરી ચાલુ થયું છે.',
  },

  timing: {
    step: '{total} માંથી પગલું {number}',
    elapsed: '{duration} પછી, {time} વાગ્યે',
    prompt: 'આગળ શું કરવું તે અમે તમને {time} વાગ્યે પૂછીશું',
  },
  stillWorking: 'તમારાં આવકવેરા રિટર્ન હજી મેળવી રહ્યા છીએ.',

  reason: {
    invalid_credentials: 'ઈ-ફાઇલિંગ પોર્ટલે PAN કે પાસવર્ડ સ્વીકાર્યો નથી.',
    account_locked: 'ઈ-ફાઇલિંગ પોર્ટલ પર તમારું ખાતું લૉક છે.',
    second_factor_required: 'ઈ-ફાઇલિંગ પોર્ટલે OTP જેવી બીજી તપાસ માગી છે.',
    pan_not_registered: 'આ PAN ઈ-ફાઇલિંગ પોર્ટલ પર નોંધાયેલ નથી.',
    no_itr_found: 'આ PAN માટે કોઈ આવકવેરા રિટર્ન મળ્યું નથી.',
    portal_unavailable: 'ઈ-ફાઇલિંગ પોર્ટલ અત્યારે કામ કરતું નથી. આમાં તમારી કોઈ ભૂલ નથી.',
    session_expired: 'ઈ-ફાઇલિંગ પોર્ટલ પર સત્ર પૂરું થયું છે.',
    consent_denied: 'અમને તમારી સંમતિ મળી નથી.',
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
    signed_out: 'તમે કદાચ લૉગ આઉટ થઈ ગયા છો. લૉગ ઇન કરો અને ફરી તપાસો.',
    not_found: 'આ વિનંતી મળી નથી.',
    other: 'કોઈ યોગ્ય જવાબ મળ્યો નથી.',
  },

  step: {
    create_client: 'ઈ-ફાઇલિંગ પોર્ટલ સાથે જોડાણ',
    check_credentials: 'લૉગ ઇન',
    generate_2fa: 'OTP માટે વિનંતી',
    submit_otp: 'OTP ભરવો',
    download_profile: 'પ્રોફાઇલ',
    download_itr: 'ફાઇલ કરેલાં રિટર્ન',
    download_itr_v: 'ITR-V',
    download_26as: 'ફોર્મ 26AS',
    download_ais: 'AIS',
    download_tis: 'TIS',
  },

  stepInProgress: {
    create_client: 'ઈ-ફાઇલિંગ પોર્ટલ સાથે જોડાણ',
    check_credentials: 'લૉગ ઇન',
    download_profile: 'પ્રોફાઇલ',
    download_itr: 'ફાઇલ કરેલાં રિટર્ન',
  },

  state: {
    completed: 'પૂરું થયું',
    current: 'ચાલુ છે',
    failed: 'થઈ શક્યું નથી',
    upcoming: 'શરૂ થયું નથી',
  },

  action: {
    retry: 'ફરી તપાસો',
    restart: 'ફરી શરૂ કરો',
    alternative: 'તેના બદલે દસ્તાવેજ અપલોડ કરો',
    portal: 'ઈ-ફાઇલિંગ પોર્ટલ નવા ટૅબમાં ખોલો',
    report: 'રિપોર્ટ નવા ટૅબમાં ખોલો',
  },

  details: {
    code: 'કોડ',
    updated: 'છેલ્લું અપડેટ',
    pan: 'PAN',
  },
}
