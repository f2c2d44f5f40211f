import { join } from 'node:path'
import { build } from 'vite'

/** Packages that a host has already. */
export const hostsOwn = ['react', 'react-dom', '@tanstack/react-query']

/**
 * Bundles a module for production, minified. Returns its entry chunk, without chunks that are loaded later.
 *
 * @param {string} source
 * @param {object} [options]
 * @param {string} [options.folder] folder from which imports are resolved
 * @param {readonly string[]} [options.external] packages outside the bundle
 * @param {Record<string, string>} [options.alias] replacements of packages
 * @returns {Promise<string>}
 */
export async function bundle(source, { folder = process.cwd(), external = hostsOwn, alias = {} } = {}) {
  const entry = join(folder, 'entry.js')
  const built = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    oxc: { jsx: { development: false } },
    // One copy of each, even if a dependency has its own.
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
