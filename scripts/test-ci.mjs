// Runs the checks that need a browser, Redis, other package versions or minutes. `npm test` does not run them.
// `npm run test:ci` runs all steps; `npm run test:ci -- browser visual` runs some. Flags go to vitest: `-- visual --update`.
import { spawn } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { ensurePrograms } from './programs.mjs'

/** @param {string[]} projects */
const vitest = (...projects) => ['npx vitest run', ...projects.map((name) => `--project ${name}`)].join(' ')

/**
 * @typedef {object} Step
 * @property {string[]} commands
 * @property {import('./programs.mjs').Program[]} [programs] installed first
 * @property {string[]} [packages] folders whose own `package-lock.json` is installed first
 * @property {Record<string, string>} [env]
 */

/** @type {Record<string, Step>} */
const steps = {
  types: {
    packages: ['test/runtimes', 'test/oldest-peers'],
    commands: ['npm run typecheck -- -p test/runtimes', 'npm run typecheck -- -p test/oldest-peers'],
  },
  // The node and dom tests run again here, because the coverage thresholds count all of these projects together.
  coverage: {
    programs: ['redis', 'python'],
    packages: ['test/runtimes', 'test/oldest-peers'],
    env: { PROPERTY_RUNS: '300' },
    commands: [`${vitest('node', 'dom', 'slow', 'runtimes', 'oldest-peers')} --coverage`],
  },
  browser: { programs: ['chromium'], commands: [vitest('browser', 'stories', 'e2e')] },
  visual: { programs: ['chromium', 'fonts'], commands: [vitest('visual')] },
  model: { env: { MODEL_RUNS: '2000' }, commands: [`${vitest('dom')} test/model`] },
  tabs: { programs: ['chromium'], commands: [vitest('tabs')] },
  faults: { programs: ['chromium'], commands: [vitest('faults')] },
  engines: { programs: ['firefox', 'webkit', 'xvfb'], commands: [vitest('engines')] },
  matrix: { packages: ['test/oldest-peers'], commands: [vitest('old-react', 'old-query')] },
  consumers: { programs: ['chromium'], commands: ['node test/consumers/run.mjs'] },
}

const args = process.argv.slice(2)
const flags = args.filter((arg) => arg.startsWith('-'))
const names = args.filter((arg) => !arg.startsWith('-'))
const unknown = names.filter((name) => !(name in steps))
if (unknown.length > 0) {
  console.error(`There is no step ${unknown.join(', ')}. The steps are ${Object.keys(steps).join(', ')}.`)
  process.exit(1)
}

const chosen = Object.entries(steps).filter(([name]) => names.length === 0 || names.includes(name))
const programs = new Set(chosen.flatMap(([, step]) => step.programs ?? []))
const packages = new Set(chosen.flatMap(([, step]) => step.packages ?? []))
if (!ensurePrograms([...programs])) process.exit(1)
for (const folder of packages)
  if (!isInstalled(folder) && !(await run('npm ci --no-audit --no-fund', { cwd: folder })).passed)
    process.exit(1)

const results = []
// All steps run, so that one failure does not hide the next.
for (const [name, { commands, env }] of chosen) {
  const start = Date.now()
  const runs = []
  for (const command of commands)
    runs.push(await run(command.includes('vitest') ? [command, ...flags].join(' ') : command, { env }))
  results.push({
    name,
    failures: runs.filter(({ passed }) => !passed),
    seconds: Math.round((Date.now() - start) / 1000),
  })
}

// The end of a CI log must say why it failed, even if the failed step was the first of many.
for (const { name, failures } of results)
  for (const { lastLines } of failures) console.log(`\nThe last lines of ${name}:\n${lastLines}`)

console.log('')
for (const { name, failures, seconds } of results)
  console.log(`${failures.length === 0 ? 'passed' : 'FAILED'}  ${name.padEnd(10)} ${seconds} s`)
if (results.some(({ failures }) => failures.length > 0)) process.exitCode = 1

/**
 * Runs a command, prints its output, and resolves to whether it passed, and to the last 50 lines that it printed.
 *
 * @param {string} command
 * @param {{ cwd?: string, env?: Record<string, string> | undefined }} [options]
 * @returns {Promise<{ passed: boolean, lastLines: string }>}
 */
function run(command, { cwd, env } = {}) {
  console.log(`\n$ ${command}${cwd ? `  (in ${cwd})` : ''}`)
  const child = spawn(command, {
    shell: true,
    stdio: ['inherit', 'pipe', 'pipe'],
    cwd,
    env: { ...process.env, ...env },
  })
  let output = ''
  for (const [from, to] of /** @type {const} */ ([
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ])) {
    from.setEncoding('utf8').on('data', (/** @type {string} */ chunk) => {
      to.write(chunk)
      output = (output + chunk).slice(-20_000)
    })
  }
  return new Promise((resolve) => {
    const finish = () => {
      child.stdout.destroy()
      child.stderr.destroy()
      const lastLines = output.trimEnd().split('\n').slice(-50).join('\n')
      resolve({ passed: child.exitCode === 0, lastLines })
    }
    child.on('close', finish)
    // A process that the command left behind keeps the output open.
    child.on('exit', () => setTimeout(finish, 5000).unref())
  })
}

/**
 * Whether the installed packages are those of the lockfile: npm writes its own copy when an install is complete.
 *
 * @param {string} folder
 */
function isInstalled(folder) {
  const installed = `${folder}/node_modules/.package-lock.json`
  return (
    existsSync(installed) && statSync(installed).mtimeMs >= statSync(`${folder}/package-lock.json`).mtimeMs
  )
}
