/** How a simulated job goes: plain data. Times are ms since the job began, before `speed`. */
export interface ItrScenario {
  /**
   * In order. The job is `initiated` while the first runs (the portal login), `processing` from its end on.
   */
  steps: { id: string; endsAt: number }[]
  /** null: the job never ends. */
  ending: { at: number; status: 'completed' | 'failed'; errorMessage?: string; stepsFailed?: string[] } | null
  /**
   * When `/status` does not tell the plain truth: at `from` and later, before `until`; the first that fits
   * counts. `error`: 503. `busy`: 429 with a `Retry-After` of `by` seconds (default 5). `garbage`: a 200 that
   * is not the contract. `older`: the job as it was `by` ms before (default 10000), never once it has ended.
   */
  glitches?: { from: number; until: number; kind: 'error' | 'busy' | 'garbage' | 'older'; by?: number }[]
}

export type ItrScenarioName =
  | 'happy'
  | 'slow'
  | 'stuck'
  | 'invalid_credentials'
  | 'account_locked'
  | 'second_factor_required'
  | 'no_itr_found'
  | 'portal_unavailable'
  | 'flaky'
  | 'regressing'

/** Later than any clock gets; unlike Infinity it survives JSON. */
const NEVER = Number.MAX_SAFE_INTEGER

/** The first two ids are the vendor's; the others are what similar services report. */
const stepIds = ['create_client', 'download_profile', 'download_itr', 'download_26as', 'download_ais']

/** A list shorter than `stepIds` leaves the last of them out. */
const stepsEnding = (...ends: number[]) => ends.map((endsAt, i) => ({ id: stepIds[i]!, endsAt }))

const usual = stepsEnding(6_000, 14_000, 26_000, 37_000, 48_000)
const usualEnding = { at: 48_000, status: 'completed' } as const

const failedAt = (at: number, step: string, errorMessage: string) => ({
  at,
  status: 'failed' as const,
  errorMessage,
  stepsFailed: [step],
})

const table: Record<ItrScenarioName, ItrScenario> = {
  happy: { steps: usual, ending: usualEnding },
  slow: {
    steps: stepsEnding(12_000, 40_000, 85_000, 120_000, 150_000),
    ending: { at: 150_000, status: 'completed' },
  },
  stuck: { steps: stepsEnding(6_000, NEVER), ending: null },
  invalid_credentials: {
    steps: stepsEnding(NEVER),
    ending: failedAt(
      8_000,
      'create_client',
      'Invalid credentials: the user id or the password is not right.',
    ),
  },
  account_locked: {
    steps: stepsEnding(NEVER),
    ending: failedAt(9_000, 'create_client', 'The account is locked after too many failed logins.'),
  },
  second_factor_required: {
    steps: stepsEnding(NEVER),
    ending: failedAt(11_000, 'create_client', 'OTP required: a second factor is switched on for this login.'),
  },
  no_itr_found: {
    steps: stepsEnding(6_000, 14_000, NEVER),
    ending: failedAt(24_000, 'download_itr', 'No ITR found for the requested years.'),
  },
  portal_unavailable: {
    steps: stepsEnding(6_000, NEVER),
    ending: failedAt(32_000, 'download_profile', 'The income tax portal is not responding.'),
  },
  flaky: {
    steps: usual,
    ending: usualEnding,
    // Each as long as the vendor's shortest wait between two checks: it meets one, and the next is well.
    glitches: [
      { from: 8_000, until: 13_000, kind: 'error' },
      { from: 23_000, until: 28_000, kind: 'busy', by: 3 },
      { from: 36_000, until: 41_000, kind: 'garbage' },
    ],
  },
  regressing: {
    steps: usual,
    ending: usualEnding,
    glitches: [
      // Back into `initiated`, then back over a step.
      { from: 15_000, until: 21_000, kind: 'older', by: 16_000 },
      { from: 38_000, until: 44_000, kind: 'older', by: 14_000 },
    ],
  },
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deepFreeze)
  return value
}

/**
 * What the simulator can play, by name. One that fails is named after the failure code that its text
 * classifies to. Frozen throughout; a variation is a copy: `{ ...itrScenarios.happy, ending: null }`.
 */
export const itrScenarios: Readonly<Record<ItrScenarioName, ItrScenario>> = deepFreeze(table)

export function isItrScenarioName(value: unknown): value is ItrScenarioName {
  return typeof value === 'string' && Object.hasOwn(itrScenarios, value)
}

export const scenarioNames = Object.keys(itrScenarios).join(', ')
