import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { DemoSettings } from '../SimulationSettings.ts'
import { useSearchParam } from './useSearchParam.ts'

const queryKey = ['demo']

type Change = { scenario: string } | { speed: number }

/** Returns the upstream of the backend, undefined until it is known. The scenario is also in the URL: `?scenario=stuck`. */
export function useDemoSettings() {
  const client = useQueryClient()
  const [scenario, setScenario] = useSearchParam('scenario')
  const { data: settings } = useQuery({
    queryKey,
    queryFn: async () =>
      (scenario !== null && (await change({ scenario }))) ||
      ((await fetch('/api/demo')).json() as Promise<DemoSettings>),
    staleTime: Infinity,
  })

  /** Changes the scenario or the speed of the jobs that start from now on. */
  async function configure(wanted: Change) {
    const changed = await change(wanted)
    if (!changed) return
    client.setQueryData(queryKey, changed)
    if ('scenario' in wanted) setScenario(wanted.scenario)
  }

  return { settings, configure }
}

/** Returns null if the backend has no such scenario or speed, or no simulation. */
async function change(wanted: Change): Promise<DemoSettings | null> {
  const response = await fetch('/api/demo', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(wanted),
  })
  return response.ok ? ((await response.json()) as DemoSettings) : null
}
