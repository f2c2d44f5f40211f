import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin'
import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import manifest from './package.json' with { type: 'json' }
import { launchOptions } from './scripts/chromium.mjs'
import { tokensOf } from './scripts/tokens.mjs'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

/** What a host installs beside the package, with all its subpaths, and Node's own modules. */
const external = new RegExp(
  `^((${Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies }).join('|')})(/|$)|node:)`,
)

/** What goes with the stylesheet: its tokens, and types, since TypeScript 6 refuses a side-effect import without. */
const besideStyles: Plugin = {
  name: 'beside-styles',
  apply: (config, { command }) => command === 'build' && Boolean(config.build?.lib),
  generateBundle() {
    const tokens = tokensOf(readFileSync(path('./src/ui/styles/tokens.css'), 'utf8'))
    this.emitFile({ type: 'asset', fileName: 'styles.css.d.ts', source: 'export {}\n' })
    this.emitFile({ type: 'asset', fileName: 'tokens.json', source: `${JSON.stringify(tokens, null, 2)}\n` })
  },
}

/** A real Chromium. The projects in it take turns (`groupOrder`): together they starve each other. */
const inChromium = () => ({
  enabled: true,
  headless: true,
  provider: playwright({ launchOptions: launchOptions() }),
  instances: [{ browser: 'chromium' as const }],
  screenshotFailures: false,
  // Its timer would otherwise delay the exit.
  expect: { toMatchScreenshot: { timeout: 5000 } },
})

const dom = {
  environment: 'jsdom',
  include: ['test/{react,form,ui,life,model}/**/*.test.tsx', 'test/ui/**/*.test.ts'],
  setupFiles: ['test/setup-dom.ts'],
}

const oldest = {
  react: path('./compat/floor/node_modules'),
  query: path('./compat/floor/node_modules/@tanstack/react-query/build/modern/index.js'),
}
const newest = {
  react: path('./node_modules'),
  query: path('./node_modules/@tanstack/react-query/build/modern/index.js'),
}

/** What `dom` runs, on other peers. */
const onPeers = (name: string, react: string, query: string) => ({
  extends: true as const,
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
    include: [...dom.include, 'test/floor/**/*.test.ts'],
    env: { PEERS: name },
    // An alias holds only in what Vite transforms.
    server: { deps: { inline: [/@testing-library\/react/, /@tanstack/, /react-hook-form/, /@hookform/] } },
  },
})

/** `{ 'locales/hi': 'src/locales/hi.ts', … }`: an entry each, since each is imported by those who need it. */
const locales = Object.fromEntries(
  readdirSync(path('./src/locales'))
    .filter((file) => /^[a-z]{2,3}\.ts$/.test(file))
    .map((file) => [`locales/${file.slice(0, -'.ts'.length)}`, `src/locales/${file}`]),
)

export default defineConfig({
  plugins: [react(), besideStyles],
  resolve: {
    // The demo, the stories and the tests speak of the package as a host does, and get its sources.
    alias: [
      { find: /^itr-progress$/, replacement: path('./src/index.ts') },
      {
        find: /^itr-progress\/(proxy|proxy\/node|testing|testing\/msw)$/,
        replacement: path('./src/$1/index.ts'),
      },
      { find: /^itr-progress\/(headless|locales\/\w+)$/, replacement: path('./src/$1.ts') },
      { find: /^itr-progress\/styles\.css$/, replacement: path('./src/ui/styles.css') },
    ],
  },
  build: {
    // The browsers of README.md: what they lack is written in words that they know.
    target: ['chrome109', 'safari16', 'firefox115'],
    lib: {
      entry: {
        index: 'src/index.ts',
        headless: 'src/headless.ts',
        'proxy/index': 'src/proxy/index.ts',
        'proxy/node/index': 'src/proxy/node/index.ts',
        'testing/index': 'src/testing/index.ts',
        'testing/msw/index': 'src/testing/msw/index.ts',
        ...locales,
        styles: 'src/ui/styles.css',
      },
      formats: ['es'],
    },
    // The stylesheet is an entry of its own.
    cssCodeSplit: true,
    // A host minifies its app; a stylesheet is often served as it is.
    minify: false,
    cssMinify: true,
    sourcemap: true,
    rolldownOptions: {
      external,
      // A constant copied into its user leaves `import './its-file.js'` behind, and bundlers warn of that.
      optimization: { inlineConst: false },
      // A file each: "use client" holds for a module, and would be lost in a shared chunk.
      output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
    },
  },
  test: {
    // A core each: by itself vitest leaves one idle, half of what a small machine has.
    maxWorkers: '100%',
    // A busy machine is no fault of what is tested.
    testTimeout: 20_000,
    hookTimeout: 30_000,
    coverage: {
      provider: 'v8',
      include: ['src/{contract,transport,polling,proxy}/**/*.ts'],
      reporter: [['text', { skipFull: true }]],
      thresholds: { lines: 100, branches: 100, functions: 100, statements: 100 },
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: [
            'test/layers.test.ts',
            'test/{internal,contract,transport,polling,locales,proxy,view,testing,docs}/**/*.test.ts',
          ],
        },
      },
      {
        // The proxy in every host that it is meant for, over real HTTP, and over a real Redis.
        extends: true,
        test: {
          name: 'hosts',
          environment: 'node',
          include: ['test/hosts/**/*.test.ts'],
          exclude: ['test/hosts/next.test.ts'],
          globalSetup: ['test/hosts/globalSetup.ts'],
        },
      },
      {
        // Only with what `npm run test:consumers` has installed and built.
        extends: true,
        test: {
          name: 'consumers',
          environment: 'node',
          include: ['test/consumers/*.test.ts', 'test/hosts/next.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      { extends: true, test: { ...dom, name: 'dom' } },
      onPeers('floor', oldest.react, oldest.query),
      // By `npm run test:matrix`.
      onPeers('old-react', oldest.react, newest.query),
      onPeers('old-query', newest.react, oldest.query),
      {
        // What `npm run build` left in dist/.
        extends: true,
        test: {
          name: 'package',
          environment: 'node',
          include: ['test/api.test.ts', 'test/package/**/*.test.ts'],
          // Each starts a Node, or a compiler.
          testTimeout: 30_000,
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
      // A function, so that neither the build nor Storybook itself starts Storybook's test plugin.
      () => ({
        extends: true,
        plugins: [storybookTest({ configDir: path('./.storybook') })],
        test: { name: 'stories', isolate: false, browser: inChromium(), sequence: { groupOrder: 2 } },
      }),
      {
        // Pictures, which hold for one Chromium and one set of fonts.
        extends: true,
        test: {
          name: 'visual',
          include: ['test/visual/**/*.visual.test.tsx'],
          browser: inChromium(),
          sequence: { groupOrder: 4 },
        },
      },
      {
        // Tabs that a person leaves, switches about and comes back to, by `npm run test:tabs`.
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
        // Answers that are none, and none at all, by `npm run test:faults`.
        extends: true,
        test: {
          name: 'faults',
          environment: 'node',
          include: ['test/faults/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
          // They mostly wait.
          maxConcurrency: 10,
          sequence: { groupOrder: 4 },
        },
      },
      {
        // Node drives Chromium through the demo, as a person would.
        extends: true,
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['test/browser/**/*.e2e.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // They mostly wait, for a simulated job.
          maxWorkers: 3,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
})
