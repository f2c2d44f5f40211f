const nextJest = require('next/jest')

const createConfig = nextJest({ dir: './' })({ testEnvironment: 'jest-fixed-jsdom' })

/** Packages without a CommonJS build. The last three belong to MSW. */
const esm = [
  'itr-progress',
  'jose',
  '@noble/hashes',
  '@open-draft/deferred-promise',
  'rettime',
  'until-async',
]

module.exports = async () => ({
  ...(await createConfig()),
  // The default of Next.js skips all packages, and wins over an option of `nextJest`.
  transformIgnorePatterns: [`/node_modules/(?!(\\.pnpm|${esm.join('|')})/)`],
})
