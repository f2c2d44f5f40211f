import type { ItrMessages } from './ItrMessages.ts'

/** Bangla. */
export const bn: ItrMessages = {
  lang: 'bn',
  dir: 'ltr',
  reviewed: 'no',
  sentence: '{text}।',
  currentStep: 'ধাপ {number}: {step}।',
  currentPlannedStep: '{total}টির মধ্যে ধাপ {number}: {step}।',
  reference: 'রেফারেন্স নম্বর {reference}',
  required: 'রিটার্ন পাওয়া গেলে আপনি ফর্ম পাঠাতে পারবেন।',

  heading: {
    idle: 'আয়কর রিটার্ন',
    watching: 'আপনার আয়কর রিটার্ন আনা হচ্ছে',
    completed: 'আপনার আয়কর রিটার্ন পাওয়া গেছে',
    failed: 'আপনার আয়কর রিটার্ন আনা যায়নি',
    'timed-out': 'এখনও উত্তর পাওয়া যায়নি',
    error: 'অবস্থা জানা যায়নি',
  },

  body: {
    idle: 'এখনও শুরু হয়নি।',
    paused: 'এখন চেক করা হচ্ছে না।',
    usual: 'সাধারণত {from} থেকে {to} সেকেন্ড সময় লাগে।',
    delayed: 'সাধারণত যা লাগে, তার চেয়ে বেশি সময় লাগছে। আপনি এই ফর্ম পূরণ করা চালিয়ে যেতে পারেন।',
    'timed-out': 'কিছুই হারায়নি।',
    pending: 'এটি এখনও শেষ হতে পারে। একটু পরে আবার চেক করুন।',
    error: 'এর মানে এই নয় যে রিটার্ন আনা যায়নি।',
    repeated: 'আমরা আবার চেষ্টা করেছি।',
  },

  hint: {
    reconnecting: 'এখন উত্তর পাওয়া যাচ্ছে না। আমরা আবার চেষ্টা করছি।',
    offline: 'আপনি অফলাইন আছেন। অনলাইন হলে আবার চেক করা হবে।',
    ok: 'সংযোগ আবার ফিরে এসেছে।',
  },

  timing: {
    step: '{total}টির মধ্যে ধাপ {number}',
    elapsed: '{duration} পরে, {time}-এ',
    prompt: 'কীভাবে এগোবেন, তা আমরা {time}-এ জানতে চাইব',
  },
  stillWorking: 'আপনার আয়কর রিটার্ন এখনও আনা হচ্ছে।',

  reason: {
    invalid_credentials: 'ই-ফাইলিং পোর্টাল PAN বা পাসওয়ার্ড গ্রহণ করেনি।',
    account_locked: 'ই-ফাইলিং পোর্টালে আপনার অ্যাকাউন্ট লক করা আছে।',
    second_factor_required: 'ই-ফাইলিং পোর্টাল OTP-র মতো আরেকটি নিরাপত্তা ধাপ চেয়েছে।',
    pan_not_registered: 'এই PAN ই-ফাইলিং পোর্টালে নিবন্ধন করা নেই।',
    no_itr_found: 'এই PAN-এর আয়কর রিটার্ন পাওয়া যায়নি।',
    portal_unavailable: 'ই-ফাইলিং পোর্টাল এখন কাজ করছে না। এতে আপনার কোনো ভুল নেই।',
    session_expired: 'ই-ফাইলিং পোর্টালে সেশন শেষ হয়েছে।',
    consent_denied: 'আমরা আপনার সম্মতি পাইনি।',
    report_failed: 'আপনার নথি পড়া যায়নি।',
    unknown: 'কারণ জানা যায়নি।',
  },

  remedy: {
    invalid_credentials: 'দুটিই চেক করে আবার শুরু করুন। কয়েকবার ভুল হলে অ্যাকাউন্ট লক হয়ে যায়।',
    account_locked: 'সেখানে আনলক করে একটু পরে আবার শুরু করুন।',
    second_factor_required: 'e-Filing Vault বন্ধ করে বা ফোন কাছে রেখে আবার শুরু করুন।',
    pan_not_registered: 'PAN চেক করে বা নিবন্ধন করে আবার শুরু করুন।',
    no_itr_found: 'PAN চেক করুন। নতুন রিটার্ন এখনও না-ও দেখা যেতে পারে।',
    portal_unavailable: 'একটু পরে আবার শুরু করুন।',
    session_expired: 'আবার শুরু করুন।',
    consent_denied: 'সম্মতি থাকলে আবার শুরু করুন।',
    report_failed: 'একটু পরে আবার শুরু করুন।',
    unknown: 'আপনার তথ্য চেক করে আবার শুরু করুন।',
  },

  error: {
    signed_out: 'আপনি হয়তো লগ আউট হয়েছেন। লগ ইন করে আবার চেক করুন।',
    not_found: 'এই অনুরোধ পাওয়া যায়নি।',
    other: 'সঠিক উত্তর পাওয়া যায়নি।',
  },

  step: {
    create_client: 'ই-ফাইলিং পোর্টালে সংযোগ',
    check_credentials: 'লগ ইন',
    generate_2fa: 'OTP-র অনুরোধ',
    submit_otp: 'OTP দেওয়া',
    download_profile: 'প্রোফাইল',
    download_itr: 'জমা দেওয়া রিটার্ন',
    download_itr_v: 'ITR-V',
    download_26as: 'ফর্ম 26AS',
    download_ais: 'AIS',
    download_tis: 'TIS',
  },

  stepInProgress: {
    create_client: 'ই-ফাইলিং পোর্টালে সংযোগ',
    check_credentials: 'লগ ইন',
    download_profile: 'প্রোফাইল',
    download_itr: 'জমা দেওয়া রিটার্ন',
  },

  state: {
    completed: 'শেষ হয়েছে',
    current: 'চলছে',
    failed: 'করা যায়নি',
    upcoming: 'শুরু হয়নি',
  },

  action: {
    retry: 'আবার চেক করুন',
    restart: 'আবার শুরু করুন',
    alternative: 'এর বদলে নথি আপলোড করুন',
    portal: 'ই-ফাইলিং পোর্টাল নতুন ট্যাবে খুলুন',
    report: 'রিপোর্ট নতুন ট্যাবে খুলুন',
  },

  details: {
    code: 'কোড',
    updated: 'শেষ আপডেট',
    pan: 'PAN',
  },
}
