import { describe, expect, it } from 'vitest'
import { parseSimulatorFlags } from '../../src/cli/parseSimulatorFlags.ts'

describe('parseSimulatorFlags', () => {
  it('has a default for each flag', () => {
    expect(parseSimulatorFlags([])).toEqual({ port: 4311, scenario: 'happy', speed: 1 })
  })

  it('reads each flag, in both spellings', () => {
    const flags = { port: 80, scenario: 'flaky', speed: 0.5 }
    expect(parseSimulatorFlags(['--port', '80', '--scenario', 'flaky', '--speed', '.5'])).toEqual(flags)
    expect(parseSimulatorFlags(['--port=80', '--scenario=flaky', '--speed=.5'])).toEqual(flags)
  })

  it.each([
    [['--port', '65536'], '`--port` is "65536". Expected a whole number from 0 to 65535'],
    [['--port', '1e3'], '`--port` is "1e3"'],
    [['--port', ''], '`--port` is ""'],
    [['--scenario', 'sad'], '`--scenario` is "sad". Expected one of happy, slow'],
    [['--scenario', 'constructor'], '`--scenario` is "constructor"'],
    [['--speed', 'fast'], '`--speed` is "fast". Expected a number above 0'],
    [['--speed', '0'], '`--speed` is "0"'],
    [['--speed', 'Infinity'], '`--speed` is "Infinity"'],
    [['--port'], '--port'],
    [['--prot', '1'], '--prot'],
    [['happy'], 'happy'],
  ])('rejects %j', (args, message) => {
    expect(() => parseSimulatorFlags(args)).toThrow(message)
  })
})
