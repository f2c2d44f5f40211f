import type { ItrSimulatorOptions } from './createItrSimulator.ts'
import { MAX_TIMEOUT_MS } from '../../internal/MAX_TIMEOUT_MS.ts'
import { toItrScenario } from './toItrScenario.ts'

/** @throws {TypeError} that names the option and the value; of a key, the name only. */
export function resolveSimulatorOptions({
  now,
  latency = 0,
  speed = 1,
  scenario = 'happy',
  apiKey,
  apiSecret,
}: ItrSimulatorOptions) {
  const check = (holds: boolean, what: string) => {
    if (!holds) throw new TypeError(`createItrSimulator: ${what}.`)
  }
  check(now === undefined || typeof now === 'function', 'now must be a function that returns epoch ms')
  check(
    typeof latency === 'number' && latency >= 0 && latency <= MAX_TIMEOUT_MS,
    `latency must be 0 to ${MAX_TIMEOUT_MS} ms, not ${String(latency)}`,
  )
  check(
    typeof speed === 'number' && speed > 0 && speed < Infinity,
    `speed must be a finite number above 0, not ${String(speed)}`,
  )
  for (const [name, key] of Object.entries({ apiKey, apiSecret }))
    check(
      key === undefined || (typeof key === 'string' && key.trim() !== ''),
      `${name} must be a string that is not blank`,
    )
  toItrScenario(scenario)
}
