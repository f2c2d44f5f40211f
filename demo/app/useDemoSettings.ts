import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { DemoSettings } from '../SimulationSettings.ts'

const queryKey = ['demo']

/** What the backend talks to. Undefined until the backend has said so. */
export function useDemoSettings() {
  const client = useQueryClient()
  const { data: settings } = useQuery({
    queryKey,
    queryFn: async () => (await fetch('/api/demo')).json() as Promise<DemoSettings>,
    staleTime: Infinity,
  })

  /** For the verifications that start from now on. */
  async function configure(wanted: { scenario: string } | { speed: number }) {
    const response = await fetch('/api/demo', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(wanted),
    })
    if (response.ok) client.setQueryData(queryKey, await response.json())
  }

  return { settings, configure }
}
