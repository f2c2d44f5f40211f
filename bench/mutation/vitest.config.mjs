import { statSync } from 'node:fs'
import { defineConfig, mergeConfig } from 'vitest/config'
import { BaseSequencer } from 'vitest/node'
import viteConfig from '../../vite.config.ts'
import { instrument, root } from './instrument.mjs'

// mutateLayer.mjs sets these.
const { MUTATION_LAYER: layer = '', MUTATION_PHASE: phase, MUTATION_TESTS: tests } = process.env
const { code } = await instrument(layer)

/** @param {'node' | 'dom'} name @param {string} extension @param {string[]} setupFiles */
const project = (name, extension, setupFiles) => ({
  extends: true,
  test: {
    name,
    environment: name === 'dom' ? 'jsdom' : 'node',
    include: [`${tests}/**/*.test.${extension}`],
    // Random or long: they might not kill the same mutants in the next run.
    exclude: ['test/**/*.property.test.ts', 'test/proxy/hostile-upstream.test.ts'],
    // In the phase `load` each test file loads them afresh.
    setupFiles: phase === 'load' ? [] : setupFiles,
  },
})

/** Begins with the smallest files: their tests are the fastest, and most mutants are killed early. */
class SmallestFirst extends BaseSequencer {
  /** @override @param {import('vitest/node').TestSpecification[]} files */
  async sort(files) {
    const sizes = new Map(files.map((file) => [file, statSync(file.moduleId).size]))
    return files.toSorted((a, b) => (sizes.get(a) ?? 0) - (sizes.get(b) ?? 0))
  }
}

/** Only the layer's own tests: they must prove what the layer does. One process for all, since most of the time is its start. */
export default mergeConfig(
  viteConfig,
  defineConfig({
    root,
    plugins: [{ name: 'mutants', enforce: 'pre', load: (id) => code.get(id.split('?')[0] ?? '') }],
    test: {
      runner: 'bench/mutation/runner.mjs',
      isolate: false,
      sequence: { sequencer: SmallestFirst },
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
