export { itrHandlers } from './itrHandlers.ts'
export { itrProxyHandlers } from './itrProxyHandlers.ts'
