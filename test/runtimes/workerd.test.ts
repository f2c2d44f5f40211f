import { Miniflare } from 'miniflare'
import { bundleWorker } from './bundleWorker.ts'
import { describeStatusProxy } from './describeStatusProxy.ts'

describeStatusProxy(
  'workerd',
  async (settings) => {
    const miniflare = new Miniflare({
      modules: true,
      script: await bundleWorker('test/runtimes/worker.ts'),
      compatibilityDate: '2026-03-01',
      bindings: { ...settings },
    })
    const { origin } = await miniflare.ready
    return { origin, stop: () => miniflare.dispose() }
  },
  // The flag `enable_request_signal` would show them, but then `waitUntil` must keep the response alive.
  { hidesDisconnects: true },
)
