import { createRequire } from 'node:module'
import { mountHook } from '../mountHook.mjs'

const { useItrJobStatus } = /** @type {typeof import('../../../src/index.ts')} */ (
  await import(new URL('../../../dist/index.js', import.meta.url).href)
)
const require = createRequire(new URL('../../../package.json', import.meta.url))

let jobs = 0

/** @type {import('../simulate.mjs').Watch} */
export function watch(ask) {
  const jobId = `job-${++jobs}`
  const fetch = async () =>
    Response.json({ job_id: jobId, status: (await ask()) ? 'completed' : 'processing' })
  return mountHook(require, function useOutcome() {
    const { phase } = useItrJobStatus({ jobId, proxyUrl: '/status', fetch })
    return phase === 'completed' ? 'completed' : phase === 'timed-out' ? 'timed out' : null
  })
}
