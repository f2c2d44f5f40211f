import { createRequire } from 'node:module'
// Before the next import, which needs a `window` when it loads.
import { mountHook } from '../mountHook.mjs'
import { QueryClient, useQuery } from '@tanstack/react-query'

const require = createRequire(new URL('../../../package.json', import.meta.url))
const client = new QueryClient()

let jobs = 0

/** The hand-written twenty lines. @type {import('../simulate.mjs').Watch} */
export function watch(ask) {
  const queryKey = ['job', ++jobs]
  return mountHook(require, function useOutcome() {
    const { data: isDone } = useQuery(
      { queryKey, queryFn: ask, refetchInterval: ({ state }) => (state.data ? false : 5000) },
      client,
    )
    return isDone ? 'completed' : null
  })
}
