import type { ItrMessages } from './ItrMessages.ts'

/** Marathi. */
export const mr: ItrMessages = {
  lang: 'mr',
  dir: 'ltr',
  reviewed: 'no',
  sentence: '{text}.',
  currentStep: 'पायरी {number}: {step}.',
  currentPlannedStep: '{total} पैकी पायरी {number}: {step}.',
  reference: 'संदर्भ क्रमांक {reference}',
  required: 'रिटर्न मिळाल्यावर तुम्ही फॉर्म पाठवू शकाल.',

  heading: {
    idle: 'आयकर रिटर्न',
    watching: 'तुमची आयकर रिटर्न मिळवत आहोत',
    completed: 'तुमची आयकर रिटर्न मिळाली आहेत',
    failed: 'तुमची आयकर रिटर्न मिळवता आली नाहीत',
    'timed-out': 'अजून उत्तर मिळाले नाही',
    error: 'स्थिती तपासता आली नाही',
  },

  body: {
    idle: 'प्रक्रिया अजून सुरू झाली नाही.',
    paused: 'सध्या तपासणी होत नाही.',
    usual: 'याला साधारणपणे {from} ते {to} सेकंद लागतात.',
    delayed: 'याला नेहमीपेक्षा जास्त वेळ लागत आहे. तुम्ही हा फॉर्म भरत राहू शकता.',
    'timed-out': 'काहीही हरवलेले नाही.',
    pending: 'प्रक्रिया अजूनही पूर्ण होऊ शकते. थोड्या वेळाने पुन्हा तपासा.',
    error: 'रिटर्न मिळवता आली नाहीत, असा याचा अर्थ नाही.',
    repeated: 'आम्ही पुन्हा प्रयत्न केला.',
  },

  hint: {
    reconnecting: 'आत्ता उत्तर मिळत नाही. आम्ही पुन्हा प्रयत्न करत आहोत.',
    offline: 'तुम्ही ऑफलाइन आहात. ऑनलाइन आल्यावर पुन्हा तपासू.',
    ok: 'कनेक्शन पुन्हा सुरू झाले आहे.',
  },

  timing: {
    step: '{total} पैकी पायरी {number}',
    elapsed: '{time} पर्यंत: {duration}',
    prompt: 'पुढे काय करायचे ते आम्ही तुम्हाला {time} वाजता विचारू',
  },
  stillWorking: 'तुमची आयकर रिटर्न अजून मिळवत आहोत.',

  reason: {
    invalid_credentials: 'ई-फायलिंग पोर्टलने PAN किंवा पासवर्ड स्वीकारला नाही.',
    account_locked: 'ई-फायलिंग पोर्टलवर तुमचे खाते लॉक झाले आहे.',
    second_factor_required: 'ई-फायलिंग पोर्टलने OTP सारखी दुसरी तपासणी मागितली.',
    pan_not_registered: 'हा PAN ई-फायलिंग पोर्टलवर नोंदवलेला नाही.',
    no_itr_found: 'या PAN साठी आयकर रिटर्न मिळाले नाही.',
    portal_unavailable: 'ई-फायलिंग पोर्टल सध्या काम करत नाही. यात तुमची काही चूक नाही.',
    session_expired: 'ई-फायलिंग पोर्टलवर सत्र संपले आहे.',
    consent_denied: 'आम्हाला तुमची संमती मिळाली नाही.',
    report_failed: 'तुमची कागदपत्रे वाचता आली नाहीत.',
    unknown: 'कारण माहीत नाही.',
  },

  remedy: {
    invalid_credentials: 'दोन्ही तपासा आणि पुन्हा सुरू करा. काही चुकीच्या प्रयत्नांनी खाते लॉक होते.',
    account_locked: 'तिथे अनलॉक करा आणि थोड्या वेळाने पुन्हा सुरू करा.',
    second_factor_required: 'e-Filing Vault बंद करा किंवा फोन जवळ ठेवा आणि पुन्हा सुरू करा.',
    pan_not_registered: 'PAN तपासा किंवा नोंदवा आणि पुन्हा सुरू करा.',
    no_itr_found: 'PAN तपासा. नवीन रिटर्न कदाचित अजून दिसणार नाही.',
    portal_unavailable: 'थोड्या वेळाने पुन्हा सुरू करा.',
    session_expired: 'पुन्हा सुरू करा.',
    consent_denied: 'संमती असेल तर पुन्हा सुरू करा.',
    report_failed: 'थोड्या वेळाने पुन्हा सुरू करा.',
    unknown: 'तुमची माहिती तपासा आणि पुन्हा सुरू करा.',
  },

  error: {
    signed_out: 'तुम्ही कदाचित लॉग आउट झाला आहात. लॉग इन करा आणि पुन्हा तपासा.',
    not_found: 'ही विनंती सापडली नाही.',
    other: 'योग्य उत्तर मिळाले नाही.',
  },

  step: {
    create_client: 'ई-फायलिंग पोर्टलशी जोडणी',
    check_credentials: 'लॉग इन',
    generate_2fa: 'OTP ची विनंती',
    submit_otp: 'OTP भरणे',
    download_profile: 'प्रोफाइल',
    download_itr: 'दाखल केलेली रिटर्न',
    download_itr_v: 'ITR-V',
    download_26as: 'फॉर्म 26AS',
    download_ais: 'AIS',
    download_tis: 'TIS',
  },

  stepInProgress: {
    create_client: 'ई-फायलिंग पोर्टलशी जोडणी',
    check_credentials: 'लॉग इन',
    download_profile: 'प्रोफाइल',
    download_itr: 'दाखल केलेली रिटर्न',
  },

  state: {
    completed: 'पूर्ण झाले',
    current: 'सुरू आहे',
    failed: 'होऊ शकले नाही',
    upcoming: 'सुरू झाले नाही',
  },

  action: {
    retry: 'पुन्हा तपासा',
    restart: 'पुन्हा सुरू करा',
    alternative: 'त्याऐवजी कागदपत्रे अपलोड करा',
    portal: 'ई-फायलिंग पोर्टल नवीन टॅबमध्ये उघडा',
    report: 'अहवाल नवीन टॅबमध्ये उघडा',
  },

  details: {
    code: 'कोड',
    updated: 'शेवटचे अपडेट',
    pan: 'PAN',
  },
}
