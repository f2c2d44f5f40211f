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
  testEnvironment: 'jest-fixed-jsdom',
  transform: { '\\.m?[jt]sx?$': 'ts-jest' },
  // Jest cannot read a stylesheet.
  moduleNameMapper: { '\\.css$': '<rootDir>/emptyStyles.js' },
  transformIgnorePatterns: [`/node_modules/(?!(\\.pnpm|${esm.join('|')})/)`],
}
