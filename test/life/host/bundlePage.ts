import { fileURLToPath } from 'node:url'
import { build, type Rolldown } from 'vite'

/** A page's module, as a host would build it. */
export async function bundlePage(module: URL): Promise<string> {
  const { output } = (await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    oxc: { jsx: { development: false } },
    resolve: { alias: { 'itr-progress': fileURLToPath(new URL('../../../src/index.ts', import.meta.url)) } },
    build: {
      write: false,
      // In the package's folder a module counts as having no effects (`sideEffects` of package.json): its export is what stays.
      rolldownOptions: { input: fileURLToPath(module), preserveEntrySignatures: 'strict' },
    },
  })) as Rolldown.RolldownOutput
  return output.find((file) => file.type === 'chunk')!.code
}
