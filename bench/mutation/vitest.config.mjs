import { defineConfig, mergeConfig } from 'vitest/config'
import viteConfig from '../../vite.config.ts'
import { layers } from './layers.mjs'

// run.mjs sets the layer.
const layer = process.env.MUTATION_LAYER ?? ''
const environment = layers[layer]?.environment ?? 'node'

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
      environment,
      setupFiles: ['test/setup.ts', ...(environment === 'jsdom' ? ['test/setup-dom.ts'] : [])],
      include: [`test/${layer}/**/*.test.{ts,tsx}`],
      // Random or long: they might not kill the same mutants in the next run.
      exclude: ['test/**/*.property.test.ts', 'test/proxy/hostile-upstream.test.ts'],
      // One process for all files: a process each would take most of the time.
      isolate: false,
      testTimeout: 10_000,
    },
  }),
)
