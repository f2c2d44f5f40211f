import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { bundle, hostsOwn } from '../../scripts/bundle.mjs'

const folder = fileURLToPath(new URL('../', import.meta.url))

const ours = {
  hook: "export { useItrJobStatus } from '../dist/index.js'",
  widget: "export { ItrProgress } from '../dist/index.js'",
  handWrittenHook: "export { useJobStatus } from './hand-written/useJobStatus.ts'",
  handWrittenWhole: "export { useWholeJobStatus } from './hand-written/useWholeJobStatus.ts'",
  handWrittenWidget: "export { JobStatus } from './hand-written/JobStatus.tsx'",
}

const peers = {
  fal: "export { fal } from '@fal-ai/client'",
  trigger: "export { useRealtimeRun } from '@trigger.dev/react-hooks'",
  swr: "export { default } from 'swr'",
  baseUi: "export { Progress } from '@base-ui/react/progress'",
  reactAria: "export { ProgressBar, Label } from 'react-aria-components'",
  radix: "export * from '@radix-ui/react-progress'",
  sonner: "export { Toaster, toast } from 'sonner'",
}

/** For a host that does not use react-query yet. */
const client = "export { QueryClient, QueryClientProvider } from '@tanstack/react-query'"

/**
 * Returns the compressed sizes in bytes.
 *
 * @template {string} Name
 * @param {Record<Name, string>} sources
 * @param {readonly string[]} external
 * @param {string} also a source that is bundled with each
 */
async function sizesOf(sources, external, also = '') {
  const sizes = /** @type {Record<Name, number>} */ ({})
  for (const name of /** @type {Name[]} */ (Object.keys(sources))) {
    const code = await bundle(`${sources[name]}\n${also}`, { folder, external })
    sizes[name] = brotliCompressSync(code).length
  }
  return sizes
}

/** Measures each with everything that a host loads for it, except the named packages. */
export const measureSizes = async () => ({
  withoutZod: await sizesOf(ours, [...hostsOwn, 'zod']),
  withZod: await sizesOf(ours, hostsOwn),
  withQuery: await sizesOf(ours, ['react', 'react-dom'], client),
  peers: await sizesOf(peers, hostsOwn),
  styles: brotliCompressSync(await readFile(new URL('../../dist/styles.css', import.meta.url))).length,
})
