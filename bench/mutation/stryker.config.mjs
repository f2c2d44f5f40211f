/** What run.mjs has Stryker do. */
export default {
  testRunner: 'vitest',
  vitest: { configFile: 'bench/mutation/vitest.config.mjs' },
  coverageAnalysis: 'perTest',
  concurrency: 2,
  reporters: ['progress-append-only', 'json'],
  jsonReporter: { fileName: 'bench/mutation/report.json' },
  ignorePatterns: ['dist', 'coverage', 'storybook-static'],
  // A test that hangs fails by itself before that.
  timeoutMS: 20_000,
  cleanTempDir: 'always',
}
