import {
  isItrScenarioName,
  itrScenarios,
  scenarioNames,
  type ItrScenario,
  type ItrScenarioName,
} from './itrScenarios.ts'

/**
 * Returns the scenario of a name, or a copy of a given scenario, so that later changes do not affect a running job.
 *
 * @throws {TypeError} if the name is unknown or a field of the scenario is invalid
 */
export function resolveScenario(scenario: ItrScenarioName | ItrScenario): ItrScenario {
  if (isItrScenarioName(scenario)) return itrScenarios[scenario]
  const problem = findProblem(scenario)
  if (problem) throw new TypeError(`itr-progress: ${problem}.`)
  return structuredClone(scenario)
}

const glitchKinds = ['error', 'busy', 'garbage', 'older']

function findProblem(scenario: unknown): string | undefined {
  if (typeof scenario !== 'object' || scenario === null)
    return `\`scenario\` is ${JSON.stringify(scenario)}. Expected { steps, ending, glitches? } or one of ${scenarioNames}`
  const { steps, ending, glitches = [] } = scenario as Partial<ItrScenario>
  if (!Array.isArray(steps) || !steps.every((step) => step?.id && isTime(step.endsAt)))
    return '`scenario.steps` is invalid. Expected a list of { id, endsAt } with times in ms'
  if (ending !== null && !isEnding(ending))
    return (
      "`scenario.ending` is invalid. Expected null or { at, status: 'completed' | 'failed', errorMessage?, stepsFailed? } " +
      'with `at` in ms, `errorMessage` a string and `stepsFailed` a list of step ids'
    )
  if (!Array.isArray(glitches) || !glitches.every(isGlitch))
    return `\`scenario.glitches\` is invalid. Expected a list of { kind, from, until, by? }, \`kind\` one of ${glitchKinds.join(', ')}, \`by\` of busy in whole seconds`
  return undefined
}

const isTime = (value: unknown) => typeof value === 'number' && value >= 0
/** `Retry-After` has whole seconds (RFC 9110 §10.2.3). */
const isSeconds = (value: unknown) => Number.isSafeInteger(value) && isTime(value)

function isEnding(ending: ItrScenario['ending'] | undefined) {
  const fields = Object(ending) as Partial<NonNullable<ItrScenario['ending']>>
  const { at, status = '', errorMessage = '', stepsFailed = [] } = fields
  return (
    isTime(at) &&
    ['completed', 'failed'].includes(status) &&
    typeof errorMessage === 'string' &&
    Array.isArray(stepsFailed) &&
    stepsFailed.every((step) => typeof step === 'string')
  )
}

const isGlitch = (glitch: { from?: unknown; until?: unknown; kind?: string; by?: unknown } | null) =>
  isTime(glitch?.from) &&
  isTime(glitch?.until) &&
  glitchKinds.includes(glitch?.kind ?? '') &&
  (glitch?.by === undefined || (glitch.kind === 'busy' ? isSeconds : isTime)(glitch.by))
