import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { bundle, hostsOwn } from './scripts/bundle.mjs'

const folder = fileURLToPath(new URL('./node_modules/.cache/size/', import.meta.url))
await mkdir(folder, { recursive: true })

const check = async (name, what, external, limit) => {
  const path = `${folder}${name.replaceAll(/\W+/g, '-')}.js`
  await writeFile(path, await bundle(`export { ${what} } from './dist/index.js'`, { external }))
  return { name, path, limit, disablePlugins: ['@size-limit/esbuild'] }
}

// 1 kB is 1000 bytes, minified and brotli. The limits stop growth. The goals are 4.8 kB and 11.5 kB.
export default [
  await check('hook alone, zod external', 'useItrJobStatus', [...hostsOwn, 'zod'], '5.4 kB'),
  await check('hook alone, zod inside', 'useItrJobStatus', hostsOwn),
  await check('whole widget, English, zod external', 'ItrProgress', [...hostsOwn, 'zod'], '13.3 kB'),
  await check('whole widget, English, zod inside', 'ItrProgress', hostsOwn),
  { name: 'styles', path: 'dist/styles.css', limit: '3.2 kB', disablePlugins: ['@size-limit/esbuild'] },
]
