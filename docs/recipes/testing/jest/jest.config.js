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
  // By default, Jest transforms no `.mjs` file and no package.
  transform: { '\\.m?[jt]sx?$': 'babel-jest' },
  // Jest cannot read a stylesheet.
  moduleNameMapper: { '\\.css$': '<rootDir>/emptyStyles.js' },
  transformIgnorePatterns: [`/node_modules/(?!(\\.pnpm|${esm.join('|')})/)`],
}
