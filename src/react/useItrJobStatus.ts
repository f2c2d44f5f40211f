'use client'

import { QueryClient, QueryClientContext } from '@tanstack/react-query'
import { useContext, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { ItrJobStatusResult } from '../polling/ItrJobStatusResult.ts'
import { createWatcher } from './createWatcher.ts'
import { useItrDefaults } from './useItrDefaults.ts'
import { resolveOptions, type ItrJobStatusOptions } from './resolveOptions.ts'
import { useTerminalCallbacks } from './useTerminalCallbacks.ts'
import { isServer } from '../internal/isServer.ts'
import { withDefaults } from './withDefaults.ts'

/**
 * Watches one ITR verification job through the host's proxy until it is settled, or until it is fair to ask the person.
 *
 * @throws {TypeError} for a bad option; it names the option and the value.
 * @example
 * const result = useItrJobStatus({ jobId, proxyUrl: '/api/itr/status', onCompleted: next })
 * if (result.phase === 'timed-out') return <button onClick={result.retry}>Check again</button>
 */
export function useItrJobStatus(options: ItrJobStatusOptions): ItrJobStatusResult {
  const settings = resolveOptions(withDefaults(options, useItrDefaults()))
  const provided = useContext(QueryClientContext)
  const [own] = useState(packageClient)
  const client = options.queryClient ?? provided ?? own

  const { jobId } = settings
  const proxyUrl = String(settings.proxyUrl)
  // Another job is another watcher, which mounts anew: nothing of the old one stays.
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- later settings arrive by the effect
  const watcher = useMemo(() => createWatcher(client, settings), [client, jobId, proxyUrl])
  const result = useSyncExternalStore(
    watcher.subscribe,
    () => watcher.describe(settings),
    () => watcher.describe(settings, true),
  )
  // After the store, which would take what this brings about for news while it does not yet know of this render.
  useEffect(() => watcher.setSettings(settings))
  useTerminalCallbacks(result, options)
  return result
}

let sharedClient: QueryClient | undefined

/** For hosts without react-query: one cache for the page. A server, which serves many people, gets one a render. */
function packageClient(): QueryClient {
  if (isServer || !sharedClient) sharedClient = new QueryClient()
  return sharedClient
}
