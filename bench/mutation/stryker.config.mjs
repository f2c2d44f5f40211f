import { layers } from './layers.mjs'

// run.mjs sets the layer.
const layer = process.env.MUTATION_LAYER ?? ''

export default {
  mutate: [layers[layer]],
  testRunner: 'vitest',
  vitest: { configFile: 'bench/mutation/vitest.config.mjs' },
  coverageAnalysis: 'perTest',
  concurrency: 2,
  reporters: ['progress-append-only', 'json'],
  jsonReporter: { fileName: `bench/mutation/reports/${layer}.json` },
  ignorePatterns: ['dist', 'coverage', 'storybook-static'],
  // Longer than the timeout of a test, so that a test that hangs fails by itself.
  timeoutMS: 20_000,
  cleanTempDir: 'always',
}
