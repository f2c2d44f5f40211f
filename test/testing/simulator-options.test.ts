import { describe, expect, it } from 'vitest'
import { createItrSimulator } from '../../src/testing/simulator/createItrSimulator.ts'
import { itrScenarios, type ItrScenario } from '../../src/testing/simulator/itrScenarios.ts'
import type { ItrSimulatorOptions } from '../../src/testing/simulator/types.ts'
import { simulateJob } from './simulateJob.ts'

describe('createItrSimulator', () => {
  it.each<[keyof ItrSimulatorOptions, unknown]>([
    ['now', 0],
    ['latency', -1],
    ['latency', NaN],
    ['latency', Infinity],
    ['latency', 2 ** 31],
    ['latency', '5'],
    ['speed', 0],
    ['speed', -2],
    ['speed', NaN],
    ['speed', Infinity],
    ['speed', '2'],
  ])('rejects the %s %s, naming both', (option, value) => {
    const create = () => createItrSimulator({ [option]: value })
    expect(create).toThrow(TypeError)
    expect(create).toThrow(`itr-progress: \`${option}\` is ${String(value)}. Expected a `)
  })

  it.each<[keyof ItrSimulatorOptions, unknown]>([
    ['apiKey', ''],
    ['apiSecret', '  '],
    ['apiSecret', 523],
  ])('rejects the %s %j, naming only the option', (option, value) => {
    const create = () => createItrSimulator({ [option]: value })
    expect(create).toThrow(TypeError)
    expect(create).toThrow(`\`${option}\` is blank or not a string. Expected a non-blank string`)
  })

  it('accepts the longest latency of a timer', () => {
    expect(() => createItrSimulator({ latency: 2 ** 31 - 1 })).not.toThrow()
  })
})

const withGlitches = (...glitches: unknown[]) => ({ steps: [], ending: null, glitches })

const withEnding = (fields: object) => ({ steps: [], ending: { at: 1, status: 'failed', ...fields } })

describe.each<[string, unknown, RegExp]>([
  ['an unknown name', 'hapy', /`scenario` is "hapy"\. Expected .*happy, slow, stuck/],
  ['the name of an object method', 'constructor', /"constructor"/],
  ['null', null, /`scenario` is null\./],
  ['no steps', { ending: null }, /`scenario\.steps`/],
  ['a step without id', { steps: [{ endsAt: 1 }], ending: null }, /`scenario\.steps`/],
  ['a step without end', { steps: [{ id: 'a' }], ending: null }, /`scenario\.steps`/],
  ['no ending', { steps: [] }, /`scenario\.ending`/],
  ['an ending without time', { steps: [], ending: { status: 'failed' } }, /`scenario\.ending`/],
  ['a live ending', { steps: [], ending: { at: 1, status: 'processing' } }, /`scenario\.ending`/],
  ['an error message that is a number', withEnding({ errorMessage: 5 }), /`scenario\.ending`/],
  [
    'a failed step without a list',
    withEnding({ stepsFailed: 'x' }),
    /`scenario\.ending`.* a list of step ids\.$/,
  ],
  ['a failed step that is a number', withEnding({ stepsFailed: [5] }), /`scenario\.ending`/],
  ['glitches that are no list', { ...withGlitches(), glitches: {} }, /`scenario\.glitches`/],
  ['a null glitch', withGlitches(null), /`scenario\.glitches`/],
  ['an unknown glitch', withGlitches({ from: 0, until: 1, kind: 'x' }), /`scenario\.glitches`/],
  ['a glitch without end', withGlitches({ from: 0, kind: 'busy' }), /`scenario\.glitches`/],
  ['a negative `by`', withGlitches({ from: 0, until: 1, kind: 'older', by: -1 }), /`scenario\.glitches`/],
  ...[-1, 2.5, Infinity, 1e21].map((by): [string, unknown, RegExp] => [
    `a Retry-After of ${by}`,
    withGlitches({ from: 0, until: 1, kind: 'busy', by }),
    /whole seconds/,
  ]),
])('a scenario with %s', (_, value, message) => {
  const scenario = value as ItrScenario
  it.each<[string, (simulator: ReturnType<typeof createItrSimulator>) => unknown]>([
    ['createItrSimulator', () => createItrSimulator({ scenario })],
    ['simulator.scenario', (simulator) => (simulator.scenario = scenario)],
    ['simulator.start', (simulator) => simulator.start(scenario)],
  ])('is rejected by %s', (_where, use) => {
    const simulator = createItrSimulator()
    expect(() => use(simulator)).toThrow(TypeError)
    expect(() => use(simulator)).toThrow(message)
    expect(simulator.scenario).toBe('happy')
  })
})

describe('simulator.start', () => {
  const failed: ItrScenario = { steps: [], ending: { at: 0, status: 'failed' } }

  it.each<[string, Parameters<ReturnType<typeof createItrSimulator>['start']>, object]>([
    ["the simulator's scenario and ABCDE1234F", [], { status: 'failed', pan: 'ABCDE1234F' }],
    ['a name and a PAN', ['happy', { pan: 'pqrst5678u' }], { status: 'initiated', pan: 'PQRST5678U' }],
    ['a scenario object', [{ ...itrScenarios.happy, ending: null }], { status: 'initiated' }],
  ])('uses %s', async (_, args, expected) => {
    const { simulator, getStatus } = simulateJob({ scenario: failed })
    expect(await getStatus('POST', simulator.start(...args))).toMatchObject(expected)
  })

  it('rejects a malformed PAN without showing it', () => {
    const start = () => createItrSimulator().start('happy', { pan: 'ABCDE12345' })
    expect(start).toThrow(TypeError)
    expect(start).toThrow('itr-progress: `pan` is malformed. Expected')
    expect(start).not.toThrow('ABCDE12345')
  })
})
