module.exports = {
  preset: '@react-native/jest-preset',
  transformIgnorePatterns: [
    '/node_modules/(?!(\\.pnpm|@react-native(-community)?|react-native|itr-progress|jose|@noble/hashes)/)',
  ],
}
