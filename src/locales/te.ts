import type { ItrMessages } from './ItrMessages.ts'

/** Telugu. */
export const te: ItrMessages = {
  lang: 'te',
  dir: 'ltr',
  reviewed: 'no',
  sentence: '{text}.',
  currentStep: 'దశ {number}: {step}.',
  reference: 'రిఫరెన్స్ {reference}',
  required: 'మీ ఆదాయపు పన్ను రిటర్న్ ధ్రువీకరణ పూర్తి కావాలి.',

  heading: {
    idle: 'ఆదాయపు పన్ను రిటర్న్ ధ్రువీకరణ',
    watching: 'మీ ఆదాయపు పన్ను రిటర్న్ ధ్రువీకరణ జరుగుతోంది',
    completed: 'మీ ఆదాయపు పన్ను రిటర్న్ ధ్రువీకరణ పూర్తయింది',
    failed: 'మీ ఆదాయపు పన్ను రిటర్న్‌ను ధ్రువీకరించలేకపోయాం',
    'timed-out': 'ఇంకా సమాధానం రాలేదు',
    error: 'స్థితి తెలుసుకోలేకపోయాం',
  },

  body: {
    idle: 'ఇంకా మొదలు కాలేదు.',
    paused: 'ప్రస్తుతం తనిఖీ చేయడం లేదు.',
    usual: 'దీనికి సాధారణంగా {from} నుండి {to} సెకన్లు పడుతుంది.',
    delayed: 'దీనికి సాధారణం కంటే ఎక్కువ సమయం పడుతోంది. ఈ ఫారం నింపుతూ ఉండండి.',
    'timed-out': 'ఏమీ పోలేదు.',
    pending: 'ఇది ఇంకా పూర్తి కావచ్చు. కాసేపటి తర్వాత మళ్లీ చూడండి.',
    error: 'ధ్రువీకరించలేకపోయామని దీని అర్థం కాదు.',
    repeated: 'మళ్లీ ప్రయత్నించాం.',
  },

  hint: {
    reconnecting: 'ఇప్పుడు సమాధానం రాలేదు. మళ్లీ ప్రయత్నిస్తున్నాం.',
    offline: 'మీరు ఆఫ్‌లైన్‌లో ఉన్నారు. ఆన్‌లైన్‌కు వచ్చాక మళ్లీ చూస్తాం.',
  },

  reason: {
    invalid_credentials: 'ఇ-ఫైలింగ్ పోర్టల్ PAN లేదా పాస్‌వర్డ్ అంగీకరించలేదు.',
    account_locked: 'ఇ-ఫైలింగ్ పోర్టల్‌లో మీ ఖాతా లాక్ అయింది.',
    second_factor_required: 'ఇ-ఫైలింగ్ పోర్టల్ OTP వంటి మరో ధ్రువీకరణ అడిగింది.',
    pan_not_registered: 'ఈ PAN ఇ-ఫైలింగ్ పోర్టల్‌లో నమోదు కాలేదు.',
    no_itr_found: 'ఈ PAN కు ఆదాయపు పన్ను రిటర్న్ దొరకలేదు.',
    portal_unavailable: 'ఇ-ఫైలింగ్ పోర్టల్ అందుబాటులో లేదు.',
    session_expired: 'ఇ-ఫైలింగ్ పోర్టల్‌లో సెషన్ ముగిసింది.',
    consent_denied: 'సమ్మతి ఇవ్వలేదు.',
    report_failed: 'మీ పత్రాలు చదవలేకపోయాం.',
    unknown: 'కారణం తెలియలేదు.',
  },

  remedy: {
    invalid_credentials: 'రెండూ సరిచూసి మళ్లీ మొదలుపెట్టండి. పలుసార్లు తప్పు చేస్తే ఖాతా లాక్ అవుతుంది.',
    account_locked: 'అక్కడ అన్‌లాక్ చేసి కాసేపటి తర్వాత మళ్లీ మొదలుపెట్టండి.',
    second_factor_required: 'e-Filing Vault ఆపేసి లేదా ఫోన్ దగ్గర ఉంచుకుని మళ్లీ మొదలుపెట్టండి.',
    pan_not_registered: 'PAN సరిచూసి లేదా నమోదు చేసి మళ్లీ మొదలుపెట్టండి.',
    no_itr_found: 'PAN సరిచూడండి. కొత్త రిటర్న్ ఇంకా కనిపించకపోవచ్చు.',
    portal_unavailable: 'కాసేపటి తర్వాత మళ్లీ మొదలుపెట్టండి.',
    session_expired: 'మళ్లీ మొదలుపెట్టండి.',
    consent_denied: 'సమ్మతి ఉంటే మళ్లీ మొదలుపెట్టండి.',
    report_failed: 'కాసేపటి తర్వాత మళ్లీ మొదలుపెట్టండి.',
    unknown: 'మీ వివరాలు సరిచూసి మళ్లీ మొదలుపెట్టండి.',
  },

  error: {
    signed_out: 'మీరు సైన్ అవుట్ అయి ఉండవచ్చు. సైన్ ఇన్ చేసి మళ్లీ చూడండి.',
    not_found: 'ఈ ధ్రువీకరణ దొరకలేదు.',
    other: 'సరైన సమాధానం రాలేదు.',
  },

  step: {
    create_client: 'ఇ-ఫైలింగ్ పోర్టల్‌కు కనెక్షన్',
    check_credentials: 'సైన్ ఇన్ ధ్రువీకరణ',
    generate_2fa: 'OTP అడగడం',
    submit_otp: 'OTP ఇవ్వడం',
    download_profile: 'ప్రొఫైల్ డౌన్‌లోడ్',
    download_itr: 'రిటర్న్ డౌన్‌లోడ్',
    download_itr_v: 'ITR-V డౌన్‌లోడ్',
    download_26as: 'ఫారం 26AS డౌన్‌లోడ్',
    download_ais: 'AIS డౌన్‌లోడ్',
    download_tis: 'TIS డౌన్‌లోడ్',
  },

  stepInProgress: {
    create_client: 'ఇ-ఫైలింగ్ పోర్టల్‌కు కనెక్షన్',
    download_profile: 'ప్రొఫైల్ డౌన్‌లోడ్',
    download_itr: 'రిటర్న్ డౌన్‌లోడ్',
    download_26as: 'ఫారం 26AS డౌన్‌లోడ్',
    download_ais: 'AIS డౌన్‌లోడ్',
  },

  state: {
    completed: 'పూర్తయింది',
    current: 'జరుగుతోంది',
    failed: 'విఫలమైంది',
    upcoming: 'మొదలు కాలేదు',
  },

  action: {
    retry: 'మళ్లీ చూడండి',
    restart: 'మళ్లీ మొదలుపెట్టండి',
    alternative: 'మీరే పత్రాలు అప్‌లోడ్ చేయండి',
    report: 'రిపోర్ట్ కొత్త ట్యాబ్‌లో తెరవండి',
  },

  details: {
    code: 'కోడ్',
    updated: 'చివరి అప్‌డేట్',
    pan: 'PAN',
  },
}
