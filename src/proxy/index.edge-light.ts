export { createItrStatusProxy } from './edge-light/createItrStatusProxy.ts'
export { createItrJobHandles } from './createItrJobHandles.ts'
