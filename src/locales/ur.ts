import type { ItrMessages } from './ItrMessages.ts'

/** Urdu. */
export const ur: ItrMessages = {
  lang: 'ur',
  dir: 'rtl',
  reviewed: 'no',
  sentence: '{text}۔',
  currentStep: 'مرحلہ {number}: {step}۔',
  reference: 'حوالہ نمبر \u2066{reference}\u2069',
  required: 'پہلے آپ کے انکم ٹیکس ریٹرن کی تصدیق ہونی چاہیے۔',

  heading: {
    idle: 'انکم ٹیکس ریٹرن کی تصدیق',
    watching: 'آپ کے انکم ٹیکس ریٹرن کی تصدیق ہو رہی ہے',
    completed: 'آپ کے انکم ٹیکس ریٹرن کی تصدیق ہو گئی ہے',
    failed: 'آپ کے انکم ٹیکس ریٹرن کی تصدیق نہیں ہو سکی',
    'timed-out': 'ابھی تک کوئی جواب نہیں ملا',
    error: 'صورتحال معلوم نہیں ہو سکی',
  },

  body: {
    idle: 'ابھی شروع نہیں ہوا۔',
    paused: 'اس وقت جانچ نہیں ہو رہی۔',
    usual: 'اس میں عام طور پر {from} سے {to} سیکنڈ لگتے ہیں۔',
    delayed: 'اس میں معمول سے زیادہ وقت لگ رہا ہے۔ آپ یہ فارم بھرتے رہ سکتے ہیں۔',
    'timed-out': 'کچھ ضائع نہیں ہوا۔',
    pending: 'یہ اب بھی پورا ہو سکتا ہے۔ تھوڑی دیر بعد دوبارہ چیک کریں۔',
    error: 'اس کا مطلب یہ نہیں کہ تصدیق نہیں ہو سکی۔',
    repeated: 'دوبارہ کوشش کی گئی۔',
  },

  hint: {
    reconnecting: 'ابھی کوئی جواب نہیں ملا۔ دوبارہ کوشش ہو رہی ہے۔',
    offline: 'آپ آف لائن ہیں۔ آن لائن ہونے پر ہم دوبارہ چیک کریں گے۔',
  },

  reason: {
    invalid_credentials: 'ای فائلنگ پورٹل کو PAN یا پاس ورڈ صحیح نہیں ملا۔',
    account_locked: 'ای فائلنگ پورٹل پر آپ کا اکاؤنٹ لاک ہے۔',
    second_factor_required: 'ای فائلنگ پورٹل کو OTP جیسی دوسری تصدیق چاہیے۔',
    pan_not_registered: 'یہ PAN ای فائلنگ پورٹل پر رجسٹر نہیں ہے۔',
    no_itr_found: 'اس PAN کا کوئی انکم ٹیکس ریٹرن نہیں ملا۔',
    portal_unavailable: 'ای فائلنگ پورٹل دستیاب نہیں ہے۔',
    session_expired: 'ای فائلنگ پورٹل پر سیشن ختم ہو گیا ہے۔',
    consent_denied: 'رضامندی نہیں ملی۔',
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
    signed_out: 'آپ شاید سائن آؤٹ ہو گئے ہیں۔ سائن ان کریں اور دوبارہ چیک کریں۔',
    not_found: 'یہ تصدیق نہیں ملی۔',
    other: 'کوئی صحیح جواب نہیں ملا۔',
  },

  step: {
    create_client: 'ای فائلنگ پورٹل سے جڑنا',
    check_credentials: 'سائن ان کی تصدیق',
    generate_2fa: 'OTP مانگنا',
    submit_otp: 'OTP بھرنا',
    download_profile: 'پروفائل ڈاؤن لوڈ',
    download_itr: 'ریٹرن ڈاؤن لوڈ',
    download_itr_v: 'ITR-V ڈاؤن لوڈ',
    download_26as: 'فارم 26AS ڈاؤن لوڈ',
    download_ais: 'AIS ڈاؤن لوڈ',
    download_tis: 'TIS ڈاؤن لوڈ',
  },

  stepInProgress: {
    create_client: 'ای فائلنگ پورٹل سے جڑنا',
    download_profile: 'پروفائل ڈاؤن لوڈ',
    download_itr: 'ریٹرن ڈاؤن لوڈ',
    download_26as: 'فارم 26AS ڈاؤن لوڈ',
    download_ais: 'AIS ڈاؤن لوڈ',
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
    report: 'رپورٹ نئے ٹیب میں کھولیں',
  },

  details: {
    code: 'کوڈ',
    updated: 'پچھلا اپ ڈیٹ',
    pan: 'PAN',
  },
}
