import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { TestRunner } from 'vitest'

// mutateLayer.mjs sets these.
const { MUTATION_PHASE: phase, MUTATION_STATE: state = '' } = process.env

/** The object through which Stryker's instrumented code is controlled. @type {any} */
// oxlint-disable-next-line no-underscore-dangle -- a name of Stryker
const stryker = (/** @type {any} */ (globalThis).__stryker__ ??= {})

/** The mutants of each test, with how often the unchanged test runs them. @type {Record<string, Record<string, number>>} */
const todo = phase === 'mutate' ? JSON.parse(readFileSync(join(state, 'todo.json'), 'utf8')) : {}

/** @type {Set<string>} */
const killed = new Set()

/** Duration of the slowest test of each file, in ms. @type {Map<string, number>} */
const slowest = new Map()

/** @param {import('./mutateLayer.mjs').Event} event */
function report(event) {
  appendFileSync(join(state, 'events'), `${JSON.stringify(event)}\n`)
  if ((event.type === 'killed' || event.type === 'timeout') && event.mutant) killed.add(event.mutant)
}

/**
 * Phase `cover`: writes which mutants each test runs. Phase `mutate`: runs each test for each of its mutants, in one process.
 * Phase `load`: each file has switched a mutant on, and runs until a test fails.
 */
export default class MutationRunner extends TestRunner {
  /** @type {[mutant: string, hits: number][]} */
  queue = []

  /** Whether a mutant has run in this process. Later failures may be its doing. */
  isUsed = false

  /** @param {import('vitest').RunnerTestFile[]} files */
  onCollected(files) {
    if (phase === 'load' && files.some(({ result }) => result?.state === 'fail'))
      report({ type: 'killed', mutant: stryker.activeMutant })
  }

  /** @override @param {import('vitest').RunnerTestCase} test */
  async onBeforeRunTask(test) {
    await super.onBeforeRunTask(test)
    if (phase === 'load' && killed.has(stryker.activeMutant)) test.mode = 'skip'
    if (phase !== 'mutate') return
    this.queue = Object.entries(todo[test.id] ?? {}).filter(([mutant]) => !killed.has(mutant))
    if (this.queue.length === 0) test.mode = 'skip'
    // The unchanged code runs first, and again after each mutant that fails.
    else Object.assign(test, { repeats: this.queue.length, retry: 1 })
  }

  /** @override @param {import('vitest').RunnerTestCase} test @param {{ retry: number, repeats: number }} [attempt] */
  onBeforeTryTask(test, { retry, repeats } = { retry: 0, repeats: 0 }) {
    super.onBeforeTryTask(test)
    if (phase === 'cover') stryker.currentTestId = test.id
    else {
      const [mutant, hits = 1000] = retry === 0 ? (this.queue[repeats - 1] ?? []) : []
      if (phase === 'mutate') stryker.activeMutant = mutant
      // A mutant that keeps a loop from ending throws instead.
      Object.assign(stryker, { hitCount: 0, hitLimit: 100 * hits + 100 })
      report({ type: 'start', test: test.id, mutant: stryker.activeMutant })
    }
  }

  /** @param {import('vitest').RunnerTestCase} test @param {{ retry: number, repeats: number }} attempt */
  onAfterRetryTask(test, { retry, repeats }) {
    if (phase === 'cover' || !test.result) return
    const hasFailed = test.result.state === 'fail'
    const isTimeout = test.result.errors?.[0]?.message.startsWith('Test timed out')
    if (phase === 'load') {
      const mutant = stryker.activeMutant
      if (!hasFailed) report({ type: 'passed', test: test.id, mutant })
      else if (mutant === undefined) report({ type: 'unchanged-failed', test: test.id })
      else report({ type: isTimeout ? 'timeout' : 'killed', test: test.id, mutant })
    } else {
      const [mutant] = this.queue[repeats - 1] ?? []
      const isUnchanged = stryker.activeMutant === undefined
      stryker.activeMutant = undefined
      if (isUnchanged && !hasFailed) {
        if (retry === 1) report({ type: 'killed', test: test.id, mutant })
      } else if (isUnchanged) {
        // The last mutant is to blame only if no other one ran before it. Else it runs again in another process.
        if (retry === 1 && !this.isUsed) report({ type: 'killed', test: test.id, mutant })
        else report({ type: 'unchanged-failed', test: test.id })
        process.kill(process.pid, 'SIGKILL')
      } else if (isTimeout) {
        // What hangs may go on hanging.
        report({ type: 'timeout', test: test.id, mutant })
        process.kill(process.pid, 'SIGKILL')
      } else if (!hasFailed) report({ type: 'passed', test: test.id, mutant })
      // vitest retries a failed mutant, which runs the unchanged code.
      if (!isUnchanged && hasFailed) return
      this.isUsed ||= repeats > 0
    }
    Object.assign(test.result, { state: phase === 'mutate' ? 'pass' : 'run', errors: undefined })
  }

  /** @override @param {import('vitest').RunnerTestCase} test */
  onAfterRunTask(test) {
    super.onAfterRunTask(test)
    stryker.currentTestId = undefined
    const { filepath } = test.file
    slowest.set(filepath, Math.max(slowest.get(filepath) ?? 0, test.result?.duration ?? 0))
  }

  /** @override */
  onAfterRunFiles() {
    super.onAfterRunFiles()
    if (phase === 'load') report({ type: 'file-ended', mutant: stryker.activeMutant })
    if (phase !== 'cover') return
    const coverage = { ...stryker.mutantCoverage, slowest: Object.fromEntries(slowest) }
    writeFileSync(join(state, `coverage-${process.pid}.json`), JSON.stringify(coverage))
  }
}
