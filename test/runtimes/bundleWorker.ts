import { fileURLToPath } from 'node:url'
import { build, type Rolldown } from 'vite'

const root = new URL('../../', import.meta.url)
const path = (file: string) => fileURLToPath(new URL(file, root))

/** Bundles a worker with everything that it imports. `file` is relative to the root of the repository. */
export async function bundleWorker(file: string): Promise<string> {
  const { output } = (await build({
    configFile: false,
    logLevel: 'warn',
    resolve: { alias: { 'itr-progress/proxy': path('src/proxy/index.ts') } },
    ssr: { target: 'webworker', noExternal: true },
    build: { write: false, ssr: path(file), rolldownOptions: { external: /^cloudflare:/ } },
  })) as Rolldown.RolldownOutput
  return output[0].code
}
