/** Packages without a CommonJS build. The last three belong to MSW. */
const esm = [
  'itr-progress',
  'jose',
  '@noble/hashes',
  '@open-draft/deferred-promise',
  'rettime',
  'until-async',
]

module.exports = {
  // jsdom with the `fetch`, `Request` and `Response` of Node.
  testEnvironment: 'jest-fixed-jsdom',
  // By default, Babel skips `.mjs` files and all packages.
  transform: { '\\.m?[jt]sx?$': 'babel-jest' },
  transformIgnorePatterns: [`/node_modules/(?!(\\.pnpm|${esm.join('|')})/)`],
}
