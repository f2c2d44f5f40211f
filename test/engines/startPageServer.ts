import { fileURLToPath } from 'node:url'
import { createServer } from 'vite'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

/** Serves the page of the scenes from its sources, with the aliases of the project. */
export async function startPageServer() {
  const vite = await createServer({
    configFile: path('../../vite.config.ts'),
    root: path('../..'),
    cacheDir: path('../../node_modules/.vite/engines'),
    logLevel: 'warn',
    server: { host: '127.0.0.1', port: 0, hmr: false, ws: false },
    // All imports of the page. A late discovery would reload it.
    optimizeDeps: { entries: ['test/engines/page/index.html'] },
  })
  await vite.listen()
  return {
    url: new URL('test/engines/page/index.html', vite.resolvedUrls!.local[0]).href,
    stop: () => vite.close(),
  }
}
