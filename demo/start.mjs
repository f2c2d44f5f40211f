// `npm start`: the demo from its sources, without a build. Ctrl-C stops it.
import { fileURLToPath } from 'node:url'
import { createServer } from 'vite'

const path = (/** @type {string} */ relative) => fileURLToPath(new URL(relative, import.meta.url))

const vite = await createServer({
  root: path('..'),
  cacheDir: path('../node_modules/.vite/demo'),
  publicDir: false,
  appType: 'custom',
  logLevel: 'warn',
  // No script of Vite's own in the page: it would need an inline one, and reload the page whenever the network comes back.
  server: { middlewareMode: true, hmr: false, ws: false },
  // All imports of the page. A late discovery would reload it.
  optimizeDeps: {
    noDiscovery: true,
    include: [
      'react',
      'react/jsx-runtime',
      'react/jsx-dev-runtime',
      'react-dom/client',
      '@tanstack/react-query',
      'zod/mini',
    ],
  },
})

try {
  const { startDemo } = await vite.ssrLoadModule('/demo/server/startDemo.ts')
  const demo = await startDemo(vite.middlewares, process.env)

  /** @type {Promise<unknown> | undefined} */
  let stopping
  // A terminal's Ctrl-C arrives twice: npm hands its own on.
  const stop = () => (stopping ??= Promise.all([demo.stop(), vite.close()]))
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void stop())
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
  await vite.close()
}
