import { defineConfig, mergeConfig } from 'vitest/config'
import viteConfig from '../../vite.config.ts'

// run.mjs sets the layer.
const layer = process.env.MUTATION_LAYER ?? ''

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
    setupFiles,
    include: [`test/${layer}/**/*.test.${extension}`],
    // Random or long: they might not kill the same mutants in the next run.
    exclude: ['test/**/*.property.test.ts', 'test/proxy/hostile-upstream.test.ts'],
  },
})

/** Only the layer's own tests: they must prove what the layer does. This also keeps a mutant to about a second. */
export default mergeConfig(
  viteConfig,
  defineConfig({
    plugins: [
      {
        // Stryker sets `threads`, where a test cannot set the time zone.
        name: 'in-forks',
        configureVitest({ project }) {
          project.config.pool = 'forks'
        },
      },
    ],
    test: {
      // One process for all files: a process each would take most of the time.
      isolate: false,
      testTimeout: 10_000,
      projects: [
        project('node', 'ts', ['test/setup.ts']),
        project('dom', 'tsx', ['test/setup.ts', 'test/setup-dom.ts']),
      ],
    },
  }),
)
