#!/usr/bin/env node
import { parseSimulatorFlags } from './parseSimulatorFlags.ts'
import { startSimulator } from './startSimulator.ts'

const USAGE = 'Usage: itr-progress simulator [--port 4311] [--scenario happy] [--speed 1]'

const [command, ...args] = process.argv.slice(2)
try {
  if (command !== 'simulator') throw new TypeError(`the command is "${command ?? ''}". Expected simulator.`)
  const flags = parseSimulatorFlags(args)
  const { baseUrl } = await startSimulator(flags)
  process.stdout.write(
    `Simulated ITR Analyzer: ${baseUrl}\n` +
      `Scenario ${flags.scenario}, speed ${flags.speed}. Any X-API-KEY and X-API-SECRET are accepted. Ctrl-C stops it.\n`,
  )
} catch (error) {
  console.error(`itr-progress: ${(error as Error).message}\n${USAGE}`)
  process.exitCode = 1
}
