import { resolve } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { build, type Rolldown } from 'vite'
import { beforeAll, expect, it, vi } from 'vitest'
import { languages } from '../../scripts/wording/dictionaries.mjs'

const app = resolve('app.js')
const widget = "export { ItrProgress } from './src/index.ts'\n"

/** How many bytes a page loads for this module: bundled and minified by Vite, packed by Brotli. What hosts have anyway is left out. */
async function sizeOf(source: string) {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'app',
        enforce: 'pre',
        resolveId: (id) => (id === app ? id : undefined),
        load: (id) => (id === app ? source : undefined),
      },
    ],
    build: {
      write: false,
      rolldownOptions: {
        input: app,
        preserveEntrySignatures: 'strict',
        external: /^(react|react-dom|zod|@tanstack\/react-query)(\/|$)/,
      },
    },
  })
  const [chunk] = (built as Rolldown.RolldownOutput).output
  return brotliCompressSync(chunk.code).length
}

let alone: number
beforeAll(async () => {
  // Otherwise Vite makes a page for development, with the paths of this machine in it.
  vi.stubEnv('NODE_ENV', 'production')
  alone = await sizeOf(widget)
})

it.each(languages())('%s adds at most 1.2 kB to a page that has the widget', async (lang) => {
  const together = await sizeOf(`${widget}export { ${lang} } from './src/locales/${lang}.ts'`)
  expect(together - alone).toBeGreaterThan(500)
  expect(together - alone).toBeLessThanOrEqual(1200)
})
