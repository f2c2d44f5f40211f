export { upstreamOverGet } from './upstreamOverGet.ts'
