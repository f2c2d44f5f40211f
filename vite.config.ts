import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { Features } from 'lightningcss'
import { defineConfig, type Plugin } from 'vite'
import manifest from './package.json' with { type: 'json' }
import { tokensOf } from './scripts/tokens.mjs'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

/** Matches dependencies and peers with their subpaths, and Node's own modules. */
const external = new RegExp(
  `^((${Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies }).join('|')})(/|$)|node:)`,
)

/** Emits the tokens and the types of the stylesheets. TypeScript 6 rejects a side-effect import without types. */
const besideStyles: Plugin = {
  name: 'beside-styles',
  apply: (config, { command }) => command === 'build' && Boolean(config.build?.lib),
  generateBundle() {
    const tokens = tokensOf(readFileSync(path('./src/ui/styles/tokens.css'), 'utf8'))
    for (const fileName of ['styles.css.d.ts', 'styles.unlayered.css.d.ts'])
      this.emitFile({ type: 'asset', fileName, source: 'export {}\n' })
    this.emitFile({ type: 'asset', fileName: 'tokens.json', source: `${JSON.stringify(tokens, null, 2)}\n` })
  },
}

/** One entry per language: `{ 'locales/hi': 'src/locales/hi.ts', … }`. */
const locales = Object.fromEntries(
  readdirSync(path('./src/locales'))
    .filter((file) => /^[a-z]{2,3}\.ts$/.test(file))
    .map((file) => [`locales/${file.slice(0, -'.ts'.length)}`, `src/locales/${file}`]),
)

export default defineConfig({
  plugins: [react(), besideStyles],
  resolve: {
    // Demo, stories and tests import the package like a host, and get its sources.
    alias: [
      { find: /^itr-progress$/, replacement: path('./src/index.ts') },
      {
        find: /^itr-progress\/(proxy\/node|testing|testing\/msw)$/,
        replacement: path('./src/$1/index.ts'),
      },
      { find: /^itr-progress\/proxy$/, replacement: path('./src/proxy/index.node.ts') },
      { find: /^itr-progress\/(headless|locales\/\w+)$/, replacement: path('./src/$1.ts') },
      { find: /^itr-progress\/(styles|styles\.unlayered)\.css$/, replacement: path('./src/ui/$1.css') },
    ],
  },
  // It would replace `:dir(rtl)` by a list of 19 languages for browsers that do not know it.
  css: { lightningcss: { exclude: Features.DirSelector } },
  build: {
    // The browsers of README.md. Newer syntax is compiled for them.
    target: ['chrome109', 'safari16', 'firefox115'],
    lib: {
      entry: {
        index: 'src/index.ts',
        headless: 'src/headless.ts',
        'proxy/index': 'src/proxy/index.ts',
        'proxy/index.node': 'src/proxy/index.node.ts',
        'proxy/index.edge-light': 'src/proxy/index.edge-light.ts',
        'proxy/browser': 'src/proxy/browser.ts',
        'proxy/node/index': 'src/proxy/node/index.ts',
        'testing/index': 'src/testing/index.ts',
        'testing/msw/index': 'src/testing/msw/index.ts',
        'cli/bin': 'src/cli/bin.ts',
        ...locales,
        styles: 'src/ui/styles.css',
        'styles.unlayered.css': 'src/ui/styles.unlayered.css',
      },
      formats: ['es'],
    },
    // Each stylesheet is a separate entry.
    cssCodeSplit: true,
    // A host minifies its app, but often serves the stylesheet as it is.
    minify: false,
    cssMinify: true,
    sourcemap: true,
    rolldownOptions: {
      external,
      // An inlined constant leaves an unused `import './file.js'` behind, and bundlers warn about it.
      optimization: { inlineConst: false },
      // One file per module: a shared chunk would lose "use client".
      output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
    },
  },
})
