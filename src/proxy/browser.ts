throw new Error(
  'itr-progress: `itr-progress/proxy` is in a bundle for browsers, where the API keys would be public. ' +
    'Import it only in server code, for example in a route.',
)

// oxlint-disable-next-line no-unreachable -- makes this file an ES module, so that a bundler's error names the missing export
export const isServerOnly = true
