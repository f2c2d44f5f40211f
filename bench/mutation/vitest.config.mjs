import { defineConfig, mergeConfig } from 'vitest/config'
import viteConfig from '../../vite.config.ts'
import { instrument, root } from './instrument.mjs'

// mutateLayer.mjs sets these.
const { MUTATION_LAYER: layer = '', MUTATION_TESTS: tests = `test/${layer}` } = process.env
const { code } = await instrument(layer)
const isWrapped = tests !== `test/${layer}`

/** Only the layer's own tests: they must prove what the layer does. */
export default mergeConfig(
  viteConfig,
  defineConfig({
    root,
    plugins: [{ name: 'mutants', enforce: 'pre', load: (id) => code.get(id.split('?')[0] ?? '') }],
    test: {
      runner: 'bench/mutation/runner.mjs',
      // Random or long: they might not kill the same mutants in the next run.
      exclude: ['test/**/*.property.test.ts', 'test/proxy/hostile-upstream.test.ts'],
      // One process for all files: most of the time would be its start.
      isolate: false,
      maxWorkers: 1,
      fileParallelism: false,
      passWithNoTests: true,
      testTimeout: 10_000,
      reporters: ['dot'],
      projects: [
        {
          extends: true,
          test: {
            name: 'node',
            environment: 'node',
            include: [`${tests}/**/*.test.ts`],
            setupFiles: isWrapped ? [] : ['test/setup.ts'],
          },
        },
        {
          extends: true,
          test: {
            name: 'dom',
            environment: 'jsdom',
            include: [`${tests}/**/*.test.tsx`],
            setupFiles: isWrapped ? [] : ['test/setup.ts', 'test/setup-dom.ts'],
          },
        },
      ],
    },
  }),
)
