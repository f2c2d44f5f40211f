// Installed by run.mjs alone, into bench/node_modules: the type check does without them, so that it says the same everywhere.
declare module '@azure/core-lro'
declare module '@fal-ai/client'
declare module '@keyv/redis'
declare module '@smithy/util-waiter'
declare module 'google-gax'
declare module 'keyv'
declare module 'openai'
declare module 'swr'

// Installed by mutation/run.mjs alone.
declare module '@stryker-mutator/instrumenter'

// Has no types of its own.
declare module 'jsdom'
