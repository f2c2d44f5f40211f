throw new Error(
  'itr-progress: `itr-progress/proxy` is in a bundle for browsers, where the API keys would be public. ' +
    'Import it only in server code, for example in a route.',
)

export {}
