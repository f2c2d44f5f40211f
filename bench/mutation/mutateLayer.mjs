import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { instrument, root } from './instrument.mjs'
import { listTests } from './listTests.mjs'

/** A worker that reports nothing for this long hangs. */
const MAX_SILENCE_MS = 120_000

/** A test that fails so often without a mutant does not only suffer from the mutant before it. */
const MAX_RESTARTS = 20

/** @typedef {{ type: 'start' | 'passed' | 'killed' | 'timeout' | 'unchanged-failed' | 'file-ended', test?: string, mutant?: string }} Event */

/** @param {string} folder @returns {Event[]} */
function readEvents(folder) {
  const lines = readFileSync(join(folder, 'events'), 'utf8').split('\n')
  return lines.filter(Boolean).map((line) => JSON.parse(line))
}

/**
 * Runs the tests of a layer on its mutants. Returns the events of this run.
 *
 * @param {{ layer: string, phase: 'cover' | 'mutate' | 'load', state: string }} run
 * @returns {Promise<{ events: Event[], exitCode: number | null }>}
 */
async function runTests({ layer, phase, state }) {
  const before = readEvents(state).length
  const vitest = spawn(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', '--config', 'bench/mutation/vitest.config.mjs'],
    {
      cwd: root,
      // A process group, so that the watchdog ends the workers too.
      detached: true,
      stdio: phase === 'cover' ? 'inherit' : 'ignore',
      env: {
        ...process.env,
        MUTATION_LAYER: layer,
        MUTATION_PHASE: phase,
        MUTATION_STATE: state,
      },
    },
  )
  const kill = () => {
    try {
      if (vitest.pid) process.kill(-vitest.pid, 'SIGKILL')
    } catch {
      // It has ended.
    }
  }
  let seen = before
  let seenAt = Date.now()
  const watchdog = setInterval(() => {
    const count = readEvents(state).length
    if (count !== seen) [seen, seenAt] = [count, Date.now()]
    else if (phase !== 'cover' && Date.now() - seenAt > MAX_SILENCE_MS) kill()
  }, 2000)
  /** @type {number | null} */
  const exitCode = await new Promise((resolve) => vitest.once('exit', resolve))
  clearInterval(watchdog)
  kill()
  return { events: readEvents(state).slice(before), exitCode }
}

/** A test file that switches a mutant on, then loads all sources and tests afresh. @param {string[]} files @param {string} extension @param {string} [mutant] */
const wrap = (files, extension, mutant) => `import { describe, vi } from 'vitest'

globalThis.__stryker__.activeMutant = ${JSON.stringify(mutant)}
vi.resetModules()
await import('../../../../test/setup.ts')
${extension === 'tsx' ? "await import('../../../../test/setup-dom.ts')" : ''}
${files.map((file) => `describe('${file}', async () => void (await import('../../../../${file}')))`).join('\n')}
`

/**
 * Runs the tests of a layer on each of its mutants.
 *
 * @param {string} layer
 * @returns {Promise<Parameters<typeof import('./describeMutants.mjs').describeMutants>[1]>} Stryker's report format
 */
export async function mutateLayer(layer) {
  const state = mkdtempSync(join(tmpdir(), `mutants-${layer}-`))
  writeFileSync(join(state, 'events'), '')
  const { sources, mutants } = await instrument(layer)

  const { exitCode } = await runTests({ layer, phase: 'cover', state })
  if (exitCode !== 0) throw new Error(`The tests of ${layer} fail without a mutant.`)
  /** @type {{ static: Record<string, number>, perTest: Record<string, Record<string, number>>, slowest: Record<string, number> }} */
  const coverage = { static: {}, perTest: {}, slowest: {} }
  for (const name of readdirSync(state).filter((name) => name.startsWith('coverage'))) {
    const part = JSON.parse(readFileSync(join(state, name), 'utf8'))
    Object.assign(coverage.static, part.static)
    Object.assign(coverage.perTest, part.perTest)
    Object.assign(coverage.slowest, part.slowest)
  }
  writeFileSync(join(state, 'slowest.json'), JSON.stringify(coverage.slowest))

  // Code that runs while a module loads, once. Its mutants need a fresh load.
  const atLoad = new Set(Object.keys(coverage.static))
  const covered = new Set([...atLoad, ...Object.values(coverage.perTest).flatMap(Object.keys)])
  const statuses = new Map(mutants.map(({ id }) => [id, covered.has(id) ? 'Survived' : 'NoCoverage']))
  /** @type {Map<string, number>} */
  const restarts = new Map()

  /** @param {Event[]} events */
  function record(events) {
    for (const { type, mutant = '', test = '' } of events) {
      if (type === 'killed') statuses.set(mutant, 'Killed')
      if (type === 'timeout') statuses.set(mutant, 'Timeout')
      if (type === 'unchanged-failed') {
        restarts.set(test, (restarts.get(test) ?? 0) + 1)
        if ((restarts.get(test) ?? 0) > MAX_RESTARTS) throw new Error(`${test} fails without a mutant.`)
      }
    }
    const last = events.at(-1)
    if (!last) throw new Error(`The tests of ${layer} did not start.`)
    if (last.type === 'start' && last.mutant) statuses.set(last.mutant, 'Timeout')
  }

  for (;;) {
    const done = new Set(
      readEvents(state).flatMap(({ type, test, mutant }) => (type === 'passed' ? [`${test} ${mutant}`] : [])),
    )
    /** The mutants of each test, with how often the test runs them. */
    const todo = Object.entries(coverage.perTest).flatMap(([test, hits]) => {
      const left = Object.entries(hits).filter(
        ([id]) => !atLoad.has(id) && statuses.get(id) === 'Survived' && !done.has(`${test} ${id}`),
      )
      return left.length > 0 ? [[test, Object.fromEntries(left)]] : []
    })
    if (todo.length === 0) break
    writeFileSync(join(state, 'todo.json'), JSON.stringify(Object.fromEntries(todo)))
    record((await runTests({ layer, phase: 'mutate', state })).events)
  }

  const folder = join(root, 'bench/mutation/wrapped', layer)
  for (const extension of ['ts', 'tsx']) {
    const files = listTests(layer, extension)
    /** @type {Set<string | undefined>} */
    const ended = new Set()
    for (;;) {
      const left = [...atLoad].filter((id) => statuses.get(id) === 'Survived' && !ended.has(id))
      if (files.length === 0 || left.length === 0) break
      rmSync(folder, { recursive: true, force: true })
      mkdirSync(folder, { recursive: true })
      for (const id of [undefined, ...left])
        writeFileSync(join(folder, `${id ?? 'a'}.test.${extension}`), wrap(files, extension, id))
      const { events } = await runTests({ layer, phase: 'load', state })
      if (events.some(({ type }) => type === 'unchanged-failed'))
        throw new Error(`The tests of ${layer} fail without a mutant if they are loaded together.`)
      record(events)
      for (const { type, mutant } of events) if (type === 'file-ended') ended.add(mutant)
    }
  }
  rmSync(folder, { recursive: true, force: true })
  rmSync(state, { recursive: true })

  /** @type {Awaited<ReturnType<typeof mutateLayer>>} */
  const files = {}
  for (const { id, fileName, replacement, location } of mutants) {
    /** @param {import('./instrument.mjs').Position} position */
    const fromOne = ({ line, column }) => ({ line: line + 1, column: column + 1 })
    files[fileName] ??= { source: sources[fileName] ?? '', mutants: [] }
    files[fileName].mutants.push({
      status: statuses.get(id) ?? 'NoCoverage',
      replacement,
      location: { start: fromOne(location.start), end: fromOne(location.end) },
    })
  }
  return files
}
