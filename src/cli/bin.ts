#!/usr/bin/env node
import { parseSimulatorFlags } from './parseSimulatorFlags.ts'
import { startSimulator } from './startSimulator.ts'

const USAGE = 'Usage: itr-progress simulator [--port 4311] [--scenario happy] [--speed 1]'

const args = process.argv.slice(2)
try {
  if (args.includes('--help') || args.includes('-h')) process.stdout.write(`${USAGE}\n`)
  else await run(args)
} catch (error) {
  console.error(`itr-progress: ${(error as Error).message}\n${USAGE}`)
  process.exitCode = 1
}

async function run([command = '', ...flagArgs]: string[]) {
  if (command !== 'simulator') throw new TypeError(`the command is "${command}". Expected simulator.`)
  const flags = parseSimulatorFlags(flagArgs)
  const { baseUrl } = await startSimulator(flags)
  process.stdout.write(
    `Simulated ITR Analyzer: ${baseUrl}\n` +
      `Scenario ${flags.scenario}, speed ${flags.speed}. Any X-API-KEY and X-API-SECRET are accepted. Ctrl-C stops it.\n`,
  )
}
