import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { TestRunner } from 'vitest'

/** @typedef {import('vitest').RunnerTestCase} Test */

const { MUTATION_STATE: state = '', MUTATION_PHASE: phase } = process.env
/** @type {any} */
const stryker = (globalThis.__stryker__ ??= {})
const record = (...words) => appendFileSync(`${state}/log`, `${words.join(' ')}\n`)
const todo = phase === 'mutate' ? JSON.parse(readFileSync(`${state}/todo.json`, 'utf8')) : {}
const killed = new Set()

/** Runs each test once for each mutant that it covers, in one process. */
export default class MutationRunner extends TestRunner {
  /** @param {any[]} files */
  onCollected(files) {
    const mutant = stryker.activeMutant
    if (phase === 'cover' || mutant === undefined) return
    if (files.some(({ result }) => result?.state === 'fail')) {
      record('killed', '-', mutant, 'fails to load')
      killed.add(mutant)
    }
  }

  /** @param {Test} test */
  async onBeforeRunTask(test) {
    await super.onBeforeRunTask(test)
    if (phase === 'mutate') {
      this.queue = Object.entries(todo[test.id] ?? {}).filter(([id]) => !killed.has(id))
      // The unchanged code runs before each mutant, so that what a mutant has broken is not held against the next one.
      if (this.queue.length === 0) test.mode = 'skip'
      else test.repeats = 2 * this.queue.length - 1
    } else if (phase === 'static' && killed.has(stryker.activeMutant)) test.mode = 'skip'
  }

  /** @param {Test} test @param {{ repeats: number }} attempt */
  onBeforeTryTask(test, attempt) {
    super.onBeforeTryTask(test)
    stryker.hitCount = 0
    if (phase === 'cover') stryker.currentTestId = test.id
    else if (phase === 'mutate') {
      const [id, hits] = attempt.repeats % 2 === 1 ? this.queue[(attempt.repeats - 1) / 2] : []
      stryker.activeMutant = id
      // A mutant that keeps a loop from ending throws instead.
      stryker.hitLimit = 100 * (hits ?? 1) + 100
      record('start', test.id, stryker.activeMutant ?? '-')
    } else record('start', '-', stryker.activeMutant ?? '-')
  }

  /** @param {Test} test */
  onAfterRetryTask(test) {
    if (phase === 'cover') return
    const { result } = test
    const mutant = stryker.activeMutant
    const hasFailed = result.state === 'fail'
    const message = (result.errors?.[0]?.message ?? '').slice(0, 200).replace(/\s+/g, ' ')
    if (mutant !== undefined) {
      record(hasFailed ? 'killed' : 'passed', test.id, mutant, hasFailed ? `${test.file.name} > ${test.name} :: ${message}` : '')
      if (hasFailed) killed.add(mutant)
    } else if (hasFailed) {
      record('dirty', test.id, '-', `${test.file.name} > ${test.name} :: ${message}`)
      if (phase === 'mutate') process.kill(process.pid, 'SIGKILL')
    }
    result.state = 'run'
    result.errors = undefined
    if (phase === 'mutate') stryker.activeMutant = undefined
  }

  /** @param {any} test */
  onAfterRunTask(test) {
    super.onAfterRunTask(test)
    stryker.currentTestId = undefined
    if (test.result?.state === 'run') test.result.state = 'pass'
  }

  onAfterRunFiles() {
    super.onAfterRunFiles()
    if (phase === 'cover') writeFileSync(`${state}/coverage-${process.pid}.json`, JSON.stringify(stryker.mutantCoverage ?? {}))
  }
}
