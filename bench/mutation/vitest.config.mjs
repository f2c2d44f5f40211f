import { readFileSync } from 'node:fs'
import { defineConfig, mergeConfig } from 'vitest/config'
import { BaseSequencer } from 'vitest/node'
import viteConfig from '../../vite.config.ts'
import { instrument, root } from './instrument.mjs'
import { listTests } from './listTests.mjs'

// mutateLayer.mjs sets these.
const { MUTATION_LAYER: layer = '', MUTATION_PHASE: phase, MUTATION_STATE: state } = process.env
const { code } = await instrument(layer)

/**
 * @param {'node' | 'dom'} name
 * @param {string} extension
 * @param {string[]} setupFiles
 * @returns {import('vitest/config').TestProjectInlineConfiguration}
 */
const project = (name, extension, setupFiles) => ({
  extends: true,
  test: {
    name,
    environment: name === 'dom' ? 'jsdom' : 'node',
    include:
      phase === 'load'
        ? [`bench/mutation/wrapped/${layer}/*.test.${extension}`]
        : listTests(layer, extension),
    // In the phase `load` each test file loads them afresh.
    setupFiles: phase === 'load' ? [] : setupFiles,
  },
})

/** Begins with the fastest tests, which kill most mutants. */
class FastestFirst extends BaseSequencer {
  /** @override @param {import('vitest/node').TestSpecification[]} files */
  async sort(files) {
    if (phase !== 'mutate') return files
    const slowest = JSON.parse(readFileSync(`${state}/slowest.json`, 'utf8'))
    return [...files].sort((a, b) => slowest[a.moduleId] - slowest[b.moduleId])
  }
}

/** One process for all tests, since most of the time is its start. */
export default mergeConfig(
  viteConfig,
  defineConfig({
    root,
    plugins: [{ name: 'mutants', enforce: 'pre', load: (id) => code.get(id.split('?')[0] ?? '') }],
    test: {
      runner: 'bench/mutation/runner.mjs',
      isolate: false,
      sequence: { sequencer: FastestFirst },
      maxWorkers: 1,
      fileParallelism: false,
      testTimeout: 20_000,
      hookTimeout: 30_000,
      reporters: ['dot'],
      projects: [
        project('node', 'ts', ['test/setup.ts']),
        project('dom', 'tsx', ['test/setup.ts', 'test/setup-dom.ts']),
      ],
    },
  }),
)
