import { fileURLToPath } from 'node:url'
import { Miniflare } from 'miniflare'
import { build, type Rolldown } from 'vite'
import { askOverHttp } from './askOverHttp.ts'
import { describeStatusProxy } from './describeStatusProxy.ts'
import { hostDifferences } from './hostDifferences.ts'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

/** The worker with all that it imports, as a host's bundler makes it. */
async function bundle(): Promise<string> {
  const { output } = (await build({
    configFile: false,
    logLevel: 'warn',
    resolve: { alias: { 'itr-progress/proxy': path('../../src/proxy/index.ts') } },
    ssr: { target: 'webworker', noExternal: true },
    build: { write: false, ssr: path('./worker.ts'), rolldownOptions: { external: /^cloudflare:/ } },
  })) as Rolldown.RolldownOutput
  return output[0].code
}

describeStatusProxy({
  name: 'workerd',
  differences: hostDifferences.workerd,
  start: async (settings) => {
    const miniflare = new Miniflare({
      modules: true,
      script: await bundle(),
      compatibilityDate: '2026-03-01',
      bindings: { ...settings },
    })
    const { origin } = await miniflare.ready
    return { origin, ask: askOverHttp(origin), stop: () => miniflare.dispose() }
  },
})
