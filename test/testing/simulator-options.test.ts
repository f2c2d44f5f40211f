import { describe, expect, it } from 'vitest'
import { createItrSimulator } from '../../src/testing/simulator/createItrSimulator.ts'
import { itrScenarios, type ItrScenario } from '../../src/testing/simulator/itrScenarios.ts'
import type { ItrSimulatorOptions } from '../../src/testing/simulator/types.ts'
import { envelopedStatus } from './asking.ts'

describe('createItrSimulator refuses', () => {
  it.each<[string, unknown]>([
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
  ])('a %s of %s, and says both', (option, value) => {
    const make = () => createItrSimulator({ [option]: value } as ItrSimulatorOptions)
    expect(make).toThrow(TypeError)
    expect(make).toThrow(`itr-progress: \`${option}\` is ${String(value)}. Expected`)
  })

  it.each<[string, unknown]>([
    ['now', 0],
    ['apiKey', ''],
    ['apiSecret', '  '],
    ['apiSecret', 5],
  ])('a %s of %j, by name', (option, value) => {
    const make = () => createItrSimulator({ [option]: value } as ItrSimulatorOptions)
    expect(make).toThrow(TypeError)
    expect(make).toThrow(option)
  })
})

it('createItrSimulator takes any latency that a timer can hold', () => {
  expect(() => createItrSimulator({ latency: 2 ** 31 - 1 })).not.toThrow()
})

const unsound: [string, unknown, RegExp][] = [
  ['an unknown name', 'hapy', /"hapy".*happy, slow, stuck/],
  ['a name of Object', 'constructor', /"constructor"/],
  ['null', null, /null/],
  ['no steps', { ending: null }, /steps/],
  ['steps without ids', { steps: [{ endsAt: 1 }], ending: null }, /steps/],
  ['steps without ends', { steps: [{ id: 'a' }], ending: null }, /steps/],
  ['no ending', { steps: [] }, /ending/],
  ['an ending without a time', { steps: [], ending: { status: 'failed' } }, /ending/],
  ['an ending that is none', { steps: [], ending: { at: 1, status: 'processing' } }, /ending/],
  ['glitches that are no list', { steps: [], ending: null, glitches: {} }, /glitches/],
  ['a null glitch', { steps: [], ending: null, glitches: [null] }, /glitches/],
  [
    'a glitch of no known kind',
    { steps: [], ending: null, glitches: [{ from: 0, until: 1, kind: 'x' }] },
    /glitches/,
  ],
  [
    'a glitch without a window',
    { steps: [], ending: null, glitches: [{ from: 0, kind: 'busy' }] },
    /glitches/,
  ],
  [
    'a glitch by less than nothing',
    { steps: [], ending: null, glitches: [{ from: 0, until: 1, kind: 'older', by: -1 }] },
    /glitches/,
  ],
]

describe.each(unsound)('a scenario with %s', (_, value, message) => {
  const scenario = value as ItrScenario
  it('is refused when the simulator is made, when it is set, and when a job begins', () => {
    const simulator = createItrSimulator()
    const ways = [
      () => createItrSimulator({ scenario }),
      () => void (simulator.scenario = scenario),
      () => simulator.start(scenario),
    ]
    for (const way of ways) {
      expect(way).toThrow(TypeError)
      expect(way).toThrow(message)
    }
    expect(simulator.scenario).toBe('happy')
  })
})

it('start plays what it is told: by default the scenario of the simulator, for ABCDE1234F', async () => {
  const simulator = createItrSimulator({
    now: () => 0,
    scenario: { steps: [], ending: { at: 0, status: 'failed' } },
  })
  expect(await envelopedStatus(simulator, simulator.start())).toMatchObject({
    status: 'failed',
    pan: 'ABCDE1234F',
  })
  expect(await envelopedStatus(simulator, simulator.start('happy', { pan: 'pqrst5678u' }))).toMatchObject({
    status: 'initiated',
    pan: 'PQRST5678U',
  })
  expect(
    await envelopedStatus(simulator, simulator.start({ ...itrScenarios.happy, ending: null })),
  ).toMatchObject({
    status: 'initiated',
  })
})

it('start refuses a malformed PAN without repeating it', () => {
  const start = () => createItrSimulator().start('happy', { pan: 'ABCDE12345' })
  expect(start).toThrow(TypeError)
  expect(start).not.toThrow('ABCDE12345')
})
