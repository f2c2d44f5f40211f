import { join } from 'node:path'
import { build } from 'vite'

/** What a host has anyway. */
export const hostsOwn = ['react', 'react-dom', '@tanstack/react-query']

/**
 * What a page loads for a module of this source, as Vite makes it for production, minified; without what is loaded later.
 *
 * @param {string} source
 * @param {object} [options]
 * @param {string} [options.folder] where the module would lie: its imports are resolved from there
 * @param {readonly string[]} [options.external] packages that are left out
 * @param {Record<string, string>} [options.alias] what stands for a package
 * @returns {Promise<string>}
 */
export async function bundle(source, { folder = process.cwd(), external = hostsOwn, alias = {} } = {}) {
  const entry = join(folder, 'entry.js')
  const built = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    oxc: { jsx: { development: false } },
    // The page has each of these once, whoever it is that brings a copy of its own.
    resolve: { alias, dedupe: [...hostsOwn, 'zod'] },
    plugins: [
      {
        name: 'entry',
        enforce: 'pre',
        resolveId: (id) => (id === entry ? id : undefined),
        load: (id) => (id === entry ? source : undefined),
      },
    ],
    build: {
      write: false,
      modulePreload: false,
      rolldownOptions: {
        input: entry,
        preserveEntrySignatures: 'strict',
        external: (id) => external.some((name) => id === name || id.startsWith(`${name}/`)),
        onwarn() {},
      },
    },
  })
  const { output } = /** @type {import('vite').Rolldown.RolldownOutput} */ (built)
  return output[0].code
}
