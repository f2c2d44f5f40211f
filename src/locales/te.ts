import type { ItrMessages } from './ItrMessages.ts'

/** Telugu. */
export const te: ItrMessages = {
  lang: 'te',
  dir: 'ltr',
  reviewed: 'no',
  sentence: '{text}.',
  currentStep: 'దశ {number}: {step}.',
  currentPlannedStep: '{total} దశల్లో {number}వ దశ: {step}.',
  reference: 'రిఫరెన్స్ {reference}',
  required: 'రిటర్న్‌లు అందాక మీరు ఫారం పంపవచ్చు.',

  heading: {
    idle: 'ఆదాయపు పన్ను రిటర్న్‌లు',
    watching: 'మీ ఆదాయపు పన్ను రిటర్న్‌లను పొందుతున్నాం',
    completed: 'మీ ఆదాయపు పన్ను రిటర్న్‌లు అందాయి',
    failed: 'మీ ఆదాయపు పన్ను రిటర్న్‌లను పొందలేకపోయాం',
    'timed-out': 'ఇంకా సమాధానం రాలేదు',
    error: 'స్థితి తెలుసుకోలేకపోయాం',
  },

  body: {
    idle: 'ఇంకా మొదలు కాలేదు.',
    paused: 'ప్రస్తుతం స్థితి చూడడం లేదు.',
    usual: 'దీనికి సాధారణంగా {from} నుండి {to} సెకన్లు పడుతుంది.',
    delayed: 'దీనికి సాధారణం కంటే ఎక్కువ సమయం పడుతోంది. మీరు ఈ ఫారం నింపడం కొనసాగించవచ్చు.',
    'timed-out': 'మీరు నమోదు చేసినది ఏదీ పోలేదు.',
    pending: 'ఇది ఇంకా పూర్తి కావచ్చు. కాసేపటి తర్వాత స్థితి మళ్లీ చూడండి.',
    error: 'రిటర్న్‌లను పొందలేకపోయామని దీని అర్థం కాదు.',
    repeated: 'మళ్లీ ప్రయత్నించాం.',
  },

  hint: {
    reconnecting: 'ఇప్పుడు సమాధానం రావడం లేదు. మళ్లీ ప్రయత్నిస్తున్నాం.',
    offline: 'మీరు ఆఫ్‌లైన్‌లో ఉన్నారు. ఆన్‌లైన్‌కు వచ్చాక మళ్లీ చూస్తాం.',
    ok: 'కనెక్షన్ మళ్లీ వచ్చింది.',
  },

  timing: {
    step: '{total} దశల్లో {number}వ దశ',
    elapsed: '{time} వరకు: {duration}',
    prompt: 'ఎలా కొనసాగాలో {time}కి మిమ్మల్ని అడుగుతాం',
  },
  stillWorking: 'మీ ఆదాయపు పన్ను రిటర్న్‌లను ఇంకా పొందుతున్నాం.',

  reason: {
    invalid_credentials: 'ఇ-ఫైలింగ్ పోర్టల్ PAN లేదా పాస్‌వర్డ్ అంగీకరించలేదు.',
    account_locked: 'ఇ-ఫైలింగ్ పోర్టల్‌లో మీ ఖాతా లాక్ అయింది.',
    second_factor_required: 'ఇ-ఫైలింగ్ పోర్టల్ OTP వంటి మరో భద్రతా తనిఖీ అడిగింది.',
    pan_not_registered: 'ఈ PAN ఇ-ఫైలింగ్ పోర్టల్‌లో నమోదు కాలేదు.',
    no_itr_found: 'ఈ PAN కు ఆదాయపు పన్ను రిటర్న్ దొరకలేదు.',
    portal_unavailable: 'ఇ-ఫైలింగ్ పోర్టల్ ఇప్పుడు పనిచేయడం లేదు. ఇందులో మీ తప్పేమీ లేదు.',
    session_expired: 'ఇ-ఫైలింగ్ పోర్టల్‌లో సెషన్ ముగిసింది.',
    consent_denied: 'మీ సమ్మతి మాకు అందలేదు.',
    report_failed: 'మీ పత్రాలు చదవలేకపోయాం.',
    unknown: 'కారణం తెలియలేదు.',
  },

  remedy: {
    invalid_credentials: 'రెండూ సరిచూసి మళ్లీ మొదలుపెట్టండి. కొన్ని సార్లు తప్పు చేస్తే ఖాతా లాక్ అవుతుంది.',
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
    signed_out: 'మీరు లాగ్ అవుట్ అయి ఉండవచ్చు. లాగ్ ఇన్ చేసి స్థితి మళ్లీ చూడండి.',
    not_found: 'ఈ అభ్యర్థన దొరకలేదు.',
    other: 'సరైన సమాధానం రాలేదు.',
  },

  step: {
    create_client: 'ఇ-ఫైలింగ్ పోర్టల్‌కు కనెక్షన్',
    check_credentials: 'లాగ్ ఇన్',
    generate_2fa: 'OTP అభ్యర్థన',
    submit_otp: 'OTP నమోదు',
    download_profile: 'ప్రొఫైల్',
    download_itr: 'దాఖలు చేసిన రిటర్న్‌లు',
    download_itr_v: 'ITR-V',
    download_26as: 'ఫారం 26AS',
    download_ais: 'AIS',
    download_tis: 'TIS',
  },

  stepInProgress: {
    create_client: 'ఇ-ఫైలింగ్ పోర్టల్‌కు కనెక్షన్',
    check_credentials: 'లాగ్ ఇన్',
    download_profile: 'ప్రొఫైల్',
    download_itr: 'దాఖలు చేసిన రిటర్న్‌లు',
  },

  state: {
    completed: 'పూర్తయింది',
    current: 'జరుగుతోంది',
    failed: 'సాధ్యం కాలేదు',
    upcoming: 'మొదలు కాలేదు',
  },

  action: {
    retry: 'స్థితి మళ్లీ చూడండి',
    restart: 'మళ్లీ మొదలుపెట్టండి',
    alternative: 'దీనికి బదులుగా పత్రాలు అప్‌లోడ్ చేయండి',
    portal: 'ఇ-ఫైలింగ్ పోర్టల్ కొత్త ట్యాబ్‌లో తెరవండి',
    report: 'రిపోర్ట్ కొత్త ట్యాబ్‌లో తెరవండి',
  },

  details: {
    code: 'కోడ్',
    updated: 'చివరి అప్‌డేట్',
    pan: 'PAN',
  },
}
