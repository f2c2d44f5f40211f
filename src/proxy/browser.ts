throw new Error(
  'itr-progress: `itr-progress/proxy` is in a bundle for browsers, where the API keys would be public. ' +
    'Import it only in server code, for example in a route.',
)

/** Makes this file an ES module, so that bundlers fail by name: it lacks the exports of the server's files. */
export const isServerOnly = true
