import { fileURLToPath } from 'node:url'
import { build, type Rolldown } from 'vite'

/** Bundles a page's module as a host would. */
export async function bundlePage(module: URL): Promise<string> {
  const { output } = (await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    oxc: { jsx: { development: false } },
    resolve: { alias: { 'itr-progress': fileURLToPath(new URL('../../../src/index.ts', import.meta.url)) } },
    build: {
      write: false,
      // `sideEffects` of package.json lets the bundler drop the module, unless its export is kept.
      rolldownOptions: { input: fileURLToPath(module), preserveEntrySignatures: 'strict' },
    },
  })) as Rolldown.RolldownOutput
  return output.find((file) => file.type === 'chunk')!.code
}
