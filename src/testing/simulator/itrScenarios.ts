/** The course of a simulated job, as plain data. Times are in ms since the job began, before `speed`. */
export interface ItrScenario {
  /** In order. The job is `initiated` during the first step (the portal login) and `processing` from its end. */
  steps: { id: string; endsAt: number }[]
  /** null: the job never ends. */
  ending: {
    at: number
    status: 'completed' | 'failed'
    errorMessage?: string | undefined
    stepsFailed?: string[] | undefined
  } | null
  /**
   * Periods in which `/status` misbehaves, from `from` until before `until`. The first match wins.
   * `error`: 503. `busy`: 429 with a `Retry-After` of `by` seconds (default 5). `garbage`: 200 with HTML. `older`: the job as it
   * was `by` ms before (default 10000), unless the job has ended.
   */
  glitches?:
    | { from: number; until: number; kind: 'error' | 'busy' | 'garbage' | 'older'; by?: number | undefined }[]
    | undefined
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

/** Unlike Infinity, this time survives JSON. */
const NEVER = Number.MAX_SAFE_INTEGER

/** The first two ids are in the vendor doc. The others are made up after similar services. */
const stepIds = ['create_client', 'download_profile', 'download_itr', 'download_26as', 'download_ais']

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
    // Each lasts 5 s, the shortest interval of the vendor doc, so it affects one poll.
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
      // Back to `initiated`, then back by one step.
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
 * The built-in scenarios. A failing one is named after the failure code of its error message. Deeply frozen; for a variation,
 * copy it: `{ ...itrScenarios.happy, ending: null }`.
 */
export const itrScenarios: Readonly<Record<ItrScenarioName, ItrScenario>> = deepFreeze(table)

export function isItrScenarioName(value: unknown): value is ItrScenarioName {
  return typeof value === 'string' && Object.hasOwn(itrScenarios, value)
}

export const scenarioNames = Object.keys(itrScenarios).join(', ')
