import { defineConfig } from 'vitest/config'

/**
 * The rooms' own tests: what a room says must be proven beside it, without React, a browser or another server. That is what
 * keeps a mutant to about a second, too.
 */
export default defineConfig({
  plugins: [
    {
      // Stryker asks for threads, in which a test cannot set the time zone.
      name: 'in-forks',
      configureVitest({ project }) {
        project.config.pool = 'forks'
      },
    },
  ],
  test: {
    include: ['test/{contract,transport,polling,proxy}/**/*.test.ts'],
    // Random, in real time or long: what they kill they might not kill the next time, or only since the machine is busy.
    exclude: ['test/proxy/hostile-*.test.ts', 'test/contract/*-any-*.test.ts'],
    // One process for all files of a run: a process each would take most of the time.
    isolate: false,
    testTimeout: 10_000,
  },
})
