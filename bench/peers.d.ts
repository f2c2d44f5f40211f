// Only run.mjs installs these. Without types, the type check gives the same result with and without them.
declare module '@azure/core-lro'
declare module '@fal-ai/client'
declare module '@keyv/redis'
declare module '@smithy/util-waiter'
declare module 'google-gax'
declare module 'keyv'
declare module 'openai'
declare module 'swr'

// It has no types.
declare module 'jsdom'
