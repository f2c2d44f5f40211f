import { MAX_TIMEOUT_MS } from '../../internal/MAX_TIMEOUT_MS.ts'
import { resolveScenario } from './resolveScenario.ts'
import type { ItrSimulatorOptions } from './types.ts'

/**
 * Checks the options and adds the defaults.
 *
 * @throws {TypeError} naming the option and its value; values of keys are not shown
 */
export function resolveSimulatorOptions({
  now = () => Date.now(),
  latency = 0,
  speed = 1,
  scenario = 'happy',
  apiKey,
  apiSecret,
}: ItrSimulatorOptions) {
  if (typeof now !== 'function') throw invalid('now', now, 'a function that returns epoch ms')
  if (typeof latency !== 'number' || !(latency >= 0 && latency <= MAX_TIMEOUT_MS))
    throw invalid('latency', latency, `a number of milliseconds from 0 to ${MAX_TIMEOUT_MS}`)
  if (typeof speed !== 'number' || !(speed > 0 && speed < Infinity))
    throw invalid('speed', speed, 'a finite number above 0')
  resolveScenario(scenario)
  return {
    now,
    latency,
    speed,
    scenario,
    apiKey: resolveKey('apiKey', apiKey),
    apiSecret: resolveKey('apiSecret', apiSecret),
  }
}

/** Trims a key, because a header drops spaces around its value too. */
function resolveKey(option: string, key: unknown): string | undefined {
  if (key === undefined) return undefined
  if (typeof key === 'string' && key.trim() !== '') return key.trim()
  throw new TypeError(
    `itr-progress: \`${option}\` is blank or not a string. Expected a non-blank string, or no such option.`,
  )
}

const invalid = (option: string, value: unknown, expected: string) =>
  new TypeError(`itr-progress: \`${option}\` is ${String(value)}. Expected ${expected}.`)
