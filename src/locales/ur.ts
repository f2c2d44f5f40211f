import type { ItrMessages } from './ItrMessages.ts'

/** Urdu. */
export const ur: ItrMessages = {
  lang: 'ur',
  dir: 'rtl',
  reviewed: 'no',
  sentence: '{text}۔',
  currentStep: 'مرحلہ {number}: {step}۔',
  currentPlannedStep: '{total} میں سے مرحلہ {number}: {step}۔',
  reference: 'حوالہ نمبر \u2066{reference}\u2069',
  required: 'ریٹرن مل جانے پر آپ فارم بھیج سکیں گے۔',

  heading: {
    idle: 'انکم ٹیکس ریٹرن',
    watching: 'آپ کے انکم ٹیکس ریٹرن حاصل کیے جا رہے ہیں',
    completed: 'آپ کے انکم ٹیکس ریٹرن مل گئے ہیں',
    failed: 'آپ کے انکم ٹیکس ریٹرن نہیں مل سکے',
    'timed-out': 'ابھی تک کوئی جواب نہیں ملا',
    error: 'صورتحال معلوم نہیں ہو سکی',
  },

  body: {
    idle: 'یہ عمل ابھی شروع نہیں ہوا۔',
    paused: 'اس وقت چیک نہیں کیا جا رہا۔',
    usual: 'اس میں عام طور پر {from} سے {to} سیکنڈ لگتے ہیں۔',
    delayed: 'اس میں معمول سے زیادہ وقت لگ رہا ہے۔ آپ یہ فارم بھرتے رہ سکتے ہیں۔',
    'timed-out': 'کچھ ضائع نہیں ہوا۔',
    pending: 'یہ عمل اب بھی پورا ہو سکتا ہے۔ تھوڑی دیر بعد دوبارہ چیک کریں۔',
    error: 'اس کا مطلب یہ نہیں کہ ریٹرن نہیں مل سکے۔',
    repeated: 'ہم نے دوبارہ کوشش کی۔',
  },

  hint: {
    reconnecting: 'ابھی کوئی جواب نہیں مل رہا۔ ہم دوبارہ کوشش کر رہے ہیں۔',
    offline: 'آپ آف لائن ہیں۔ آن لائن ہونے پر ہم دوبارہ چیک کریں گے۔',
    ok: 'کنکشن دوبارہ جڑ گیا ہے۔',
  },

  timing: {
    step: '{total} میں سے مرحلہ {number}',
    elapsed: '{duration} بعد، {time} پر',
    prompt: 'ہم {time} پر پوچھیں گے کہ آگے کیا کرنا ہے',
  },
  stillWorking: 'آپ کے انکم ٹیکس ریٹرن اب بھی حاصل کیے جا رہے ہیں۔',

  reason: {
    invalid_credentials: 'ای فائلنگ پورٹل کو PAN یا پاس ورڈ صحیح نہیں ملا۔',
    account_locked: 'ای فائلنگ پورٹل پر آپ کا اکاؤنٹ لاک ہے۔',
    second_factor_required: 'ای فائلنگ پورٹل نے OTP جیسی دوسری جانچ مانگی ہے۔',
    pan_not_registered: 'یہ PAN ای فائلنگ پورٹل پر رجسٹر نہیں ہے۔',
    no_itr_found: 'اس PAN کا کوئی انکم ٹیکس ریٹرن نہیں ملا۔',
    portal_unavailable: 'ای فائلنگ پورٹل اس وقت کام نہیں کر رہا۔ اس میں آپ کی کوئی غلطی نہیں ہے۔',
    session_expired: 'ای فائلنگ پورٹل پر سیشن ختم ہو گیا ہے۔',
    consent_denied: 'ہمیں آپ کی رضامندی نہیں ملی۔',
    report_failed: 'آپ کے کاغذات پڑھے نہیں جا سکے۔',
    unknown: 'وجہ معلوم نہیں ہے۔',
  },

  remedy: {
    invalid_credentials: 'دونوں چیک کریں اور دوبارہ شروع کریں۔ کچھ غلط کوششوں سے اکاؤنٹ لاک ہو جاتا ہے۔',
    account_locked: 'اسے وہاں ان لاک کریں اور تھوڑی دیر بعد دوبارہ شروع کریں۔',
    second_factor_required: 'e-Filing Vault بند کریں یا فون پاس رکھیں اور دوبارہ شروع کریں۔',
    pan_not_registered: 'PAN چیک کریں یا اسے رجسٹر کریں اور دوبارہ شروع کریں۔',
    no_itr_found: 'PAN چیک کریں۔ نیا ریٹرن شاید ابھی نہ دکھے۔',
    portal_unavailable: 'تھوڑی دیر بعد دوبارہ شروع کریں۔',
    session_expired: 'دوبارہ شروع کریں۔',
    consent_denied: 'رضامندی ہو تو دوبارہ شروع کریں۔',
    report_failed: 'تھوڑی دیر بعد دوبارہ شروع کریں۔',
    unknown: 'اپنی معلومات چیک کریں اور دوبارہ شروع کریں۔',
  },

  error: {
    signed_out: 'آپ شاید لاگ آؤٹ ہو گئے ہیں۔ لاگ ان کریں اور دوبارہ چیک کریں۔',
    not_found: 'یہ درخواست نہیں ملی۔',
    other: 'کوئی صحیح جواب نہیں ملا۔',
  },

  step: {
    create_client: 'ای فائلنگ پورٹل سے کنکشن',
    check_credentials: 'لاگ ان',
    generate_2fa: 'OTP کی درخواست',
    submit_otp: 'OTP بھرنا',
    download_profile: 'پروفائل',
    download_itr: 'جمع کرائے گئے ریٹرن',
    download_itr_v: 'ITR-V',
    download_26as: 'فارم 26AS',
    download_ais: 'AIS',
    download_tis: 'TIS',
  },

  stepInProgress: {
    create_client: 'ای فائلنگ پورٹل سے کنکشن',
    check_credentials: 'لاگ ان',
    download_profile: 'پروفائل',
    download_itr: 'جمع کرائے گئے ریٹرن',
  },

  state: {
    completed: 'پورا ہوا',
    current: 'جاری ہے',
    failed: 'نہیں ہو سکا',
    upcoming: 'شروع نہیں ہوا',
  },

  action: {
    retry: 'دوبارہ چیک کریں',
    restart: 'دوبارہ شروع کریں',
    alternative: 'اس کے بجائے کاغذات اپ لوڈ کریں',
    portal: 'ای فائلنگ پورٹل نئے ٹیب میں کھولیں',
    report: 'رپورٹ نئے ٹیب میں کھولیں',
  },

  details: {
    code: 'کوڈ',
    updated: 'آخری اپ ڈیٹ',
    pan: 'PAN',
  },
}
