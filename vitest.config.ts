import { fileURLToPath } from 'node:url'
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin'
import { playwright } from '@vitest/browser-playwright'
import { mergeConfig } from 'vite'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
import { launchOptions } from './scripts/programs.mjs'
import viteConfig from './vite.config.ts'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

/** Settings for real Chromium. Each such project needs its own `groupOrder`: in parallel, slow tests would fail. */
const inChromium = (window = { width: 1280, height: 720 }) => ({
  enabled: true,
  headless: true,
  provider: playwright({ launchOptions: launchOptions(), contextOptions: { viewport: window } }),
  instances: [{ browser: 'chromium' as const }],
  screenshotFailures: false,
  // The default timer delays the exit.
  expect: { toMatchScreenshot: { timeout: 5000 } },
})

const dom = {
  environment: 'jsdom',
  include: ['test/{internal,react,view,form,ui,life,model}/**/*.test.tsx', 'test/{form,ui}/**/*.test.ts'],
  setupFiles: ['test/setup.ts', 'test/setup-dom.ts'],
  // One environment for all files of a worker: creating one takes longer than running a file.
  isolate: false,
}

const peersIn = (folder: string) => ({
  react: path(`${folder}/node_modules`),
  query: path(`${folder}/node_modules/@tanstack/react-query/build/modern/index.js`),
})
const oldest = peersIn('./test/oldest-peers')
const newest = peersIn('.')

/** The project `dom` with other versions of the peers. Its `node_modules` are installed by `npm run test:ci`. */
const onPeers = (name: string, react: string, query: string): TestProjectInlineConfiguration => ({
  extends: true,
  resolve: {
    alias: [
      { find: /^(react|react-dom)(\/.*)?$/, replacement: `${react}/$1$2` },
      { find: /^@tanstack\/react-query$/, replacement: query },
      {
        find: /^@testing-library\/react$/,
        replacement: path('./node_modules/@testing-library/react/dist/@testing-library/react.esm.js'),
      },
    ],
  },
  test: {
    ...dom,
    name,
    include: [...dom.include, 'test/oldest-peers/*.test.ts'],
    env: { PEERS: name },
    // Vite applies an alias only to the modules that it transforms.
    server: { deps: { inline: [/@testing-library\/react/, /@tanstack/, /react-hook-form/, /@hookform/] } },
  },
})

export default mergeConfig(
  viteConfig,
  defineConfig({
    test: {
      // By default vitest leaves one core idle, which is half of a small machine.
      maxWorkers: '100%',
      // Generous, so that a busy machine does not fail a test.
      testTimeout: 20_000,
      hookTimeout: 30_000,
      coverage: {
        provider: 'v8',
        include: ['src/{contract,transport,polling,proxy}/**/*.ts'],
        // It throws on import, which test/package checks in a bundle.
        exclude: ['src/proxy/browser.ts'],
        reporter: [['text', { skipFull: true }]],
        thresholds: { lines: 100, branches: 100, functions: 100, statements: 100 },
      },
      projects: [
        {
          // Without isolation, like `dom`: a test must undo what it changes globally.
          extends: true,
          test: {
            name: 'node',
            environment: 'node',
            include: [
              'test/*.test.ts',
              'test/{internal,contract,transport,polling,react,locales,view,proxy,testing,cli,docs}/**/*.test.ts',
            ],
            exclude: ['test/api.test.ts'],
            setupFiles: ['test/setup.ts'],
            isolate: false,
          },
        },
        { extends: true, test: { ...dom, name: 'dom' } },
        {
          // The built package: run `npm run build` first.
          extends: true,
          test: {
            name: 'package',
            environment: 'node',
            include: ['test/api.test.ts', 'test/package/**/*.test.ts'],
            globalSetup: ['test/package/globalSetup.ts'],
            testTimeout: 60_000,
          },
        },
        {
          // Tests that start processes or run many Vite builds.
          extends: true,
          test: {
            name: 'slow',
            environment: 'node',
            include: ['test/slow/**/*.test.ts'],
            testTimeout: 60_000,
          },
        },
        {
          // The proxy and its recipes in every server runtime, over real HTTP and a real Redis.
          extends: true,
          resolve: {
            // The recipes import these from docs/, where Node does not find them.
            alias: [
              {
                find: /^(express|miniflare|@keyv\/redis)$/,
                replacement: path('./test/runtimes/node_modules/$1'),
              },
            ],
          },
          test: {
            name: 'runtimes',
            environment: 'node',
            include: ['test/runtimes/**/*.test.ts'],
            exclude: ['test/runtimes/next.test.ts', '**/node_modules/**'],
            globalSetup: ['test/runtimes/globalSetup.ts'],
          },
        },
        onPeers('oldest-peers', oldest.react, oldest.query),
        onPeers('old-react', oldest.react, newest.query),
        onPeers('old-query', newest.react, oldest.query),
        {
          // Apps that test/consumers/run.mjs has installed and built.
          extends: true,
          test: {
            name: 'consumers',
            environment: 'node',
            include: ['test/consumers/*.test.ts', 'test/runtimes/next.test.ts'],
            testTimeout: 60_000,
            hookTimeout: 60_000,
          },
        },
        {
          extends: true,
          test: {
            name: 'browser',
            include: ['test/browser/**/*.test.{ts,tsx}'],
            exclude: ['**/*.e2e.test.ts'],
            browser: inChromium(),
            sequence: { groupOrder: 1 },
          },
        },
        // A function, so that the plugin starts only where this project runs.
        () => ({
          extends: true,
          plugins: [storybookTest({ configDir: path('./.storybook') })],
          test: { name: 'stories', isolate: false, browser: inChromium(), sequence: { groupOrder: 2 } },
        }),
        {
          // Node drives Chromium through the demo.
          extends: true,
          test: {
            name: 'e2e',
            environment: 'node',
            include: ['test/browser/**/*.e2e.test.ts'],
            testTimeout: 60_000,
            hookTimeout: 60_000,
            // More workers than cores: the tests mostly wait for a simulated job.
            maxWorkers: 3,
            sequence: { groupOrder: 3 },
          },
        },
        {
          // Screenshots, for one version of Chromium and one set of fonts.
          extends: true,
          test: {
            name: 'visual',
            include: ['test/visual/**/*.visual.test.tsx'],
            browser: inChromium({ width: 1280, height: 900 }),
            sequence: { groupOrder: 4 },
          },
        },
        {
          // Tabs that Chromium hides, freezes and restores.
          extends: true,
          test: {
            name: 'tabs',
            environment: 'node',
            include: ['test/life/*.tabs.test.ts'],
            testTimeout: 120_000,
            sequence: { groupOrder: 4 },
          },
        },
        {
          // Broken responses and missing ones, over real sockets.
          extends: true,
          test: {
            name: 'faults',
            environment: 'node',
            include: ['test/faults/**/*.test.ts'],
            testTimeout: 120_000,
            hookTimeout: 60_000,
            // The tests mostly wait, but two cores are too slow for more at once.
            maxConcurrency: 4,
            sequence: { groupOrder: 4 },
          },
        },
        {
          // Node drives Firefox and WebKit.
          extends: true,
          test: {
            name: 'engines',
            environment: 'node',
            include: ['test/engines/*.test.ts'],
            testTimeout: 120_000,
            hookTimeout: 120_000,
            sequence: { groupOrder: 4 },
          },
        },
      ],
    },
  }),
)
