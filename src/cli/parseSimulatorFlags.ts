import { parseArgs } from 'node:util'
import { isItrScenarioName, scenarioNames, type ItrScenarioName } from '../testing/simulator/itrScenarios.ts'

export interface SimulatorFlags {
  port: number
  scenario: ItrScenarioName
  speed: number
}

/**
 * Parses the flags of `itr-progress simulator`.
 *
 * @throws {TypeError} naming the flag and its value
 */
export function parseSimulatorFlags(args: string[]): SimulatorFlags {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string', default: '4311' },
      scenario: { type: 'string', default: 'happy' },
      speed: { type: 'string', default: '1' },
    },
  })
  const { scenario } = values
  const [port, speed] = [Number(values.port), Number(values.speed)]
  if (!/^\d+$/.test(values.port) || port > 65_535)
    throw invalid('port', values.port, 'a whole number from 0 to 65535; 0 chooses a free port')
  if (!isItrScenarioName(scenario)) throw invalid('scenario', scenario, `one of ${scenarioNames}`)
  if (!(speed > 0 && speed < Infinity)) throw invalid('speed', values.speed, 'a number above 0, such as 10')
  return { port, scenario, speed }
}

const invalid = (flag: string, value: string, expected: string) =>
  new TypeError(`\`--${flag}\` is "${value}". Expected ${expected}.`)
