import {
  isItrScenarioName,
  itrScenarios,
  scenarioNames,
  type ItrScenario,
  type ItrScenarioName,
} from './itrScenarios.ts'

const glitchKinds = ['error', 'busy', 'garbage', 'older']

/**
 * The scenario of a name, or a copy of a given one, so that a job's course cannot change under it.
 *
 * @throws {TypeError} where the name is unknown, or the data is no scenario.
 */
export function toItrScenario(scenario: ItrScenarioName | ItrScenario): ItrScenario {
  if (isItrScenarioName(scenario)) return itrScenarios[scenario]
  const fault = faultOf(scenario)
  if (fault) throw new TypeError(`${fault} Give one of ${scenarioNames}, or { steps, ending, glitches? }.`)
  return structuredClone(scenario)
}

function faultOf(scenario: unknown): string | undefined {
  if (typeof scenario === 'string') return `There is no ITR scenario named ${JSON.stringify(scenario)}.`
  if (typeof scenario !== 'object' || scenario === null) return `${String(scenario)} is not an ITR scenario.`
  const { steps, ending, glitches = [] } = scenario as Partial<ItrScenario>
  if (!Array.isArray(steps) || !steps.every((step) => step?.id && isTime(step.endsAt)))
    return `The ITR scenario's steps are not a list of { id, endsAt }, endsAt in ms.`
  if (ending !== null && !(ending && isTime(ending.at) && ['completed', 'failed'].includes(ending.status)))
    return `The ITR scenario's ending is neither null nor { at, status: completed | failed }, at in ms.`
  if (!Array.isArray(glitches) || !glitches.every(isGlitch))
    return `The ITR scenario's glitches are not a list of { kind: ${glitchKinds.join(' | ')}, from, until, by? }.`
  return undefined
}

const isTime = (value: unknown) => typeof value === 'number' && value >= 0

const isGlitch = (glitch: { from?: unknown; until?: unknown; kind?: string; by?: unknown } | null) =>
  isTime(glitch?.from) &&
  isTime(glitch?.until) &&
  glitchKinds.includes(glitch?.kind ?? '') &&
  (glitch?.by === undefined || isTime(glitch.by))
