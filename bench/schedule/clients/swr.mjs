import { createRequire } from 'node:module'
// Before the next import, which needs a `window` when it loads.
import { mountHook } from '../mountHook.mjs'
import useSWR from 'swr'

const require = createRequire(import.meta.url)
const refreshInterval = (/** @type {boolean | undefined} */ isDone) => (isDone ? 0 : 5000)

let jobs = 0

/** @type {import('../simulate.mjs').Watch} */
export function watch(ask) {
  const key = `job-${++jobs}`
  return mountHook(require, function useOutcome() {
    const { data: isDone } = useSWR(key, ask, { refreshInterval })
    return isDone ? 'completed' : null
  })
}
