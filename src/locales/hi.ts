import type { ItrMessages } from './ItrMessages.ts'

/** Hindi. */
export const hi: ItrMessages = {
  lang: 'hi',
  dir: 'ltr',
  reviewed: 'no',
  sentence: '{text}।',
  currentStep: 'चरण {number}: {step}।',
  currentPlannedStep: '{total} में से चरण {number}: {step}।',
  reference: 'संदर्भ संख्या {reference}',
  required: 'रिटर्न मिल जाने पर आप फ़ॉर्म भेज सकेंगे।',

  heading: {
    idle: 'आयकर रिटर्न',
    watching: 'आपके आयकर रिटर्न प्राप्त किए जा रहे हैं',
    completed: 'आपके आयकर रिटर्न मिल गए हैं',
    failed: 'आपके आयकर रिटर्न नहीं मिल सके',
    'timed-out': 'अभी तक कोई जवाब नहीं मिला',
    error: 'स्थिति की जाँच नहीं हो सकी',
  },

  body: {
    idle: 'अभी शुरू नहीं हुआ।',
    paused: 'अभी जाँच नहीं हो रही है।',
    usual: 'इसमें आम तौर पर {from} से {to} सेकंड लगते हैं।',
    delayed: 'इसमें सामान्य से ज़्यादा समय लग रहा है। आप यह फ़ॉर्म भरना जारी रख सकते हैं।',
    'timed-out': 'आपकी भरी हुई कोई जानकारी खोई नहीं है।',
    pending: 'यह अभी भी पूरा हो सकता है। थोड़ी देर बाद फिर से जाँच करें।',
    error: 'इसका मतलब यह नहीं कि रिटर्न नहीं मिल सके।',
    repeated: 'हमने फिर से कोशिश की।',
  },

  hint: {
    reconnecting: 'अभी कोई जवाब नहीं मिल रहा। हम फिर से कोशिश कर रहे हैं।',
    offline: 'आप ऑफ़लाइन हैं। ऑनलाइन होने पर हम फिर से जाँच करेंगे।',
    ok: 'कनेक्शन फिर से जुड़ गया है।',
  },

  timing: {
    step: '{total} में से चरण {number}',
    elapsed: '{duration} बाद, {time} पर',
    prompt: 'हम आपसे {time} पर पूछेंगे कि आगे क्या करना है',
  },
  stillWorking: 'आपके आयकर रिटर्न अब भी प्राप्त किए जा रहे हैं।',

  reason: {
    invalid_credentials: 'ई-फ़ाइलिंग पोर्टल को PAN या पासवर्ड सही नहीं मिला।',
    account_locked: 'ई-फ़ाइलिंग पोर्टल पर आपका खाता लॉक है।',
    second_factor_required: 'ई-फ़ाइलिंग पोर्टल को OTP जैसी दूसरी जाँच चाहिए।',
    pan_not_registered: 'यह PAN ई-फ़ाइलिंग पोर्टल पर पंजीकृत नहीं है।',
    no_itr_found: 'इस PAN का कोई आयकर रिटर्न नहीं मिला।',
    portal_unavailable: 'ई-फ़ाइलिंग पोर्टल अभी काम नहीं कर रहा है। इसमें आपकी कोई ग़लती नहीं है।',
    session_expired: 'ई-फ़ाइलिंग पोर्टल का सत्र समाप्त हो गया है।',
    consent_denied: 'हमें आपकी सहमति नहीं मिली।',
    report_failed: 'आपके दस्तावेज़ पढ़े नहीं जा सके।',
    unknown: 'कारण पता नहीं है।',
  },

  remedy: {
    invalid_credentials: 'दोनों की जाँच करें, और फिर से शुरू करें। कुछ ग़लत कोशिशों से खाता लॉक हो जाता है।',
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
    signed_out: 'शायद आप लॉग आउट हो गए हैं। लॉग इन करें, और फिर से जाँच करें।',
    not_found: 'यह अनुरोध नहीं मिला।',
    other: 'कोई सही जवाब नहीं मिला।',
  },

  step: {
    create_client: 'ई-फ़ाइलिंग पोर्टल से कनेक्शन',
    check_credentials: 'लॉग इन',
    generate_2fa: 'OTP का अनुरोध',
    submit_otp: 'OTP भरना',
    download_profile: 'प्रोफ़ाइल',
    download_itr: 'दाख़िल किए गए रिटर्न',
    download_itr_v: 'ITR-V',
    download_26as: 'फ़ॉर्म 26AS',
    download_ais: 'AIS',
    download_tis: 'TIS',
  },

  stepInProgress: {
    create_client: 'ई-फ़ाइलिंग पोर्टल से कनेक्शन',
    check_credentials: 'लॉग इन',
    download_profile: 'प्रोफ़ाइल',
    download_itr: 'दाख़िल किए गए रिटर्न',
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
    portal: 'ई-फ़ाइलिंग पोर्टल नए टैब में खोलें',
    report: 'रिपोर्ट नए टैब में खोलें',
  },

  details: {
    code: 'कोड',
    updated: 'अंतिम अपडेट',
    pan: 'PAN',
  },
}
