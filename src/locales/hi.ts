import type { ItrMessages } from './ItrMessages.ts'

/** Hindi. */
export const hi: ItrMessages = {
  lang: 'hi',
  dir: 'ltr',
  reviewed: 'no',
  sentence: '{text}।',
  currentStep: 'चरण {number}: {step}।',
  reference: 'संदर्भ संख्या {reference}',
  required: 'पहले आपके आयकर रिटर्न का सत्यापन होना चाहिए।',

  heading: {
    idle: 'आयकर रिटर्न का सत्यापन',
    watching: 'आपके आयकर रिटर्न का सत्यापन हो रहा है',
    completed: 'आपके आयकर रिटर्न का सत्यापन हो गया है',
    failed: 'आपके आयकर रिटर्न का सत्यापन नहीं हो सका',
    'timed-out': 'अभी तक कोई जवाब नहीं मिला',
    error: 'स्थिति की जाँच नहीं हो सकी',
  },

  body: {
    idle: 'अभी शुरू नहीं हुआ।',
    paused: 'अभी जाँच नहीं हो रही है।',
    usual: 'इसमें आम तौर पर {from} से {to} सेकंड लगते हैं।',
    delayed: 'इसमें सामान्य से ज़्यादा समय लग रहा है। आप यह फ़ॉर्म भरना जारी रख सकते हैं।',
    'timed-out': 'कुछ खोया नहीं है।',
    pending: 'यह अभी भी पूरा हो सकता है। थोड़ी देर बाद फिर से जाँच करें।',
    error: 'इसका मतलब यह नहीं कि सत्यापन नहीं हो सका।',
    repeated: 'फिर से कोशिश की गई।',
  },

  hint: {
    reconnecting: 'अभी कोई जवाब नहीं मिला। फिर से कोशिश हो रही है।',
    offline: 'आप ऑफ़लाइन हैं। ऑनलाइन होने पर हम फिर से जाँच करेंगे।',
  },

  reason: {
    invalid_credentials: 'ई-फ़ाइलिंग पोर्टल को PAN या पासवर्ड सही नहीं मिला।',
    account_locked: 'ई-फ़ाइलिंग पोर्टल पर आपका खाता लॉक है।',
    second_factor_required: 'ई-फ़ाइलिंग पोर्टल को OTP जैसी दूसरी जाँच चाहिए।',
    pan_not_registered: 'यह PAN ई-फ़ाइलिंग पोर्टल पर पंजीकृत नहीं है।',
    no_itr_found: 'इस PAN का कोई आयकर रिटर्न नहीं मिला।',
    portal_unavailable: 'ई-फ़ाइलिंग पोर्टल उपलब्ध नहीं है।',
    session_expired: 'ई-फ़ाइलिंग पोर्टल का सत्र समाप्त हो गया है।',
    consent_denied: 'सहमति नहीं मिली।',
    report_failed: 'आपके दस्तावेज़ पढ़े नहीं जा सके।',
    unknown: 'कारण पता नहीं है।',
  },

  remedy: {
    invalid_credentials: 'दोनों की जाँच करें, और फिर से शुरू करें। कुछ गलत कोशिशों से खाता लॉक हो जाता है।',
    account_locked: 'उसे वहाँ अनलॉक करें, और थोड़ी देर बाद फिर से शुरू करें।',
    second_factor_required: 'e-Filing Vault बंद करें या फ़ोन पास रखें, और फिर से शुरू करें।',
    pan_not_registered: 'PAN की जाँच करें या उसे पंजीकृत करें, और फिर से शुरू करें।',
    no_itr_found: 'PAN की जाँच करें। शायद नया रिटर्न अभी न दिखे।',
    portal_unavailable: 'थोड़ी देर बाद फिर से शुरू करें।',
    session_expired: 'फिर से शुरू करें।',
    consent_denied: 'सहमति हो, तो फिर से शुरू करें।',
    report_failed: 'थोड़ी देर बाद फिर से शुरू करें।',
    unknown: 'अपनी जानकारी की जाँच करें, और फिर से शुरू करें।',
  },

  error: {
    signed_out: 'शायद आप साइन आउट हो गए हैं। साइन इन करें, और फिर से जाँच करें।',
    not_found: 'यह सत्यापन नहीं मिला।',
    other: 'कोई सही जवाब नहीं मिला।',
  },

  step: {
    create_client: 'ई-फ़ाइलिंग पोर्टल से जुड़ना',
    check_credentials: 'साइन इन की जाँच',
    generate_2fa: 'OTP माँगना',
    submit_otp: 'OTP भरना',
    download_profile: 'प्रोफ़ाइल डाउनलोड',
    download_itr: 'रिटर्न डाउनलोड',
    download_itr_v: 'ITR-V डाउनलोड',
    download_26as: 'फ़ॉर्म 26AS डाउनलोड',
    download_ais: 'AIS डाउनलोड',
    download_tis: 'TIS डाउनलोड',
  },

  stepInProgress: {
    create_client: 'ई-फ़ाइलिंग पोर्टल से जुड़ना',
    download_profile: 'प्रोफ़ाइल डाउनलोड',
    download_itr: 'रिटर्न डाउनलोड',
    download_26as: 'फ़ॉर्म 26AS डाउनलोड',
    download_ais: 'AIS डाउनलोड',
  },

  state: {
    completed: 'पूरा हुआ',
    current: 'जारी है',
    failed: 'नहीं हो सका',
    upcoming: 'शुरू नहीं हुआ',
  },

  action: {
    retry: 'फिर से जाँच करें',
    restart: 'फिर से शुरू करें',
    alternative: 'इसके बजाय दस्तावेज़ अपलोड करें',
    report: 'रिपोर्ट नए टैब में खोलें',
  },

  details: {
    code: 'कोड',
    updated: 'पिछला अपडेट',
    pan: 'PAN',
  },
}
