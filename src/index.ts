export { parseItrJob } from './contract/parseItrJob.ts'
