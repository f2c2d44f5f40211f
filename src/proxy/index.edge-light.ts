export { createItrStatusProxy } from './createUncachedProxy.ts'
export { createItrJobHandles } from './createItrJobHandles.ts'
