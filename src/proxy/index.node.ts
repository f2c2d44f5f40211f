export { createItrStatusProxy } from './node/createItrStatusProxy.ts'
export { createItrJobHandles } from './createItrJobHandles.ts'
