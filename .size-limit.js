/** As a host's bundler takes it: an ES module among ES modules. size-limit's own default wraps what is external. */
const asModule = (config) => ({ ...config, format: 'esm' })

const hostsOwn = ['react', 'react-dom', '@tanstack/react-query']

const check = (name, what, ignore, limit) => ({
  name,
  path: 'dist/index.js',
  import: `{ ${what} }`,
  ignore,
  limit,
  modifyEsbuildConfig: asModule,
})

// 1 kB is 1000 bytes, minified and brotli.
export default [
  check('hook alone, zod external', 'useItrJobStatus', [...hostsOwn, 'zod'], '4.5 kB'),
  check('hook alone, zod inside', 'useItrJobStatus', hostsOwn),
  check('whole widget, English, zod external', 'ItrProgress', [...hostsOwn, 'zod'], '9 kB'),
  check('whole widget, English, zod inside', 'ItrProgress', hostsOwn),
  { name: 'styles', path: 'dist/styles.css', limit: '3 kB' },
]
