import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const folder = fileURLToPath(new URL('./node_modules/.cache/size/', import.meta.url))
const hostsOwn = ['react', 'react-dom', '@tanstack/react-query']

/** What one import of the package weighs in a host's bundle: as Vite makes it for production, without what the host has anyway. */
async function bundle(name, module, what, outside) {
  await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === 'entry' ? id : undefined),
        load: (id) => (id === 'entry' ? `export { ${what} } from ${JSON.stringify(module)}` : undefined),
      },
    ],
    build: {
      outDir: folder,
      emptyOutDir: false,
      modulePreload: false,
      rolldownOptions: {
        input: { [name]: 'entry' },
        preserveEntrySignatures: 'strict',
        external: (id) => outside.some((name) => id === name || id.startsWith(`${name}/`)),
        output: { entryFileNames: '[name].js' },
        onwarn() {},
      },
    },
  })
  return `${folder}${name}.js`
}

const index = fileURLToPath(new URL('./dist/index.js', import.meta.url))
const check = async (name, what, outside, limit) => ({
  name,
  path: await bundle(name.replaceAll(/\W+/g, '-'), index, what, outside),
  limit,
  disablePlugins: ['@size-limit/esbuild'],
})

// 1 kB is 1000 bytes, minified and brotli.
export default [
  await check('hook alone, zod external', 'useItrJobStatus', [...hostsOwn, 'zod'], '4.5 kB'),
  await check('hook alone, zod inside', 'useItrJobStatus', hostsOwn),
  await check('whole widget, English, zod external', 'ItrProgress', [...hostsOwn, 'zod'], '9.6 kB'),
  await check('whole widget, English, zod inside', 'ItrProgress', hostsOwn),
  { name: 'styles', path: 'dist/styles.css', limit: '3 kB', disablePlugins: ['@size-limit/esbuild'] },
]
