import { brotliCompressSync } from 'node:zlib'
import { beforeAll, expect, it } from 'vitest'
import { bundle, hostsOwn } from '../../scripts/bundle.mjs'
import { languages } from '../../scripts/wording/dictionaries.mjs'

const widget = "export { ItrProgress } from './src/index.ts'\n"

/** How many bytes a page loads for this module, packed by Brotli, without what hosts have anyway. */
const sizeOf = async (source: string) =>
  brotliCompressSync(await bundle(source, { external: [...hostsOwn, 'zod'] })).length

let alone: number
beforeAll(async () => {
  alone = await sizeOf(widget)
})

it.each(languages())('%s adds at most 1.6 kB to a page that has the widget', async (lang) => {
  const together = await sizeOf(`${widget}export { ${lang} } from './src/locales/${lang}.ts'`)
  expect(together - alone).toBeGreaterThan(500)
  expect(together - alone).toBeLessThanOrEqual(1600)
})
