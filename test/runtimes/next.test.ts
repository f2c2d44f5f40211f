import { startApp } from '../consumers/startApp.ts'
import { askOverHttp } from './askOverHttp.ts'
import { KEY, SECRET } from './createRoutes.ts'
import { describeStatusProxy } from './describeStatusProxy.ts'
import { hostDifferences } from './hostDifferences.ts'
import type { HostSettings, Question } from './StatusHost.ts'

/** Beside the app's own routes, the ones with the names for users and jobs that the suite asks about. */
async function startNext({ baseUrl, auditUrl }: HostSettings) {
  const { origin, stop } = await startApp('nextjs', {
    FINPASS_API_KEY: KEY,
    FINPASS_API_SECRET: SECRET,
    FINPASS_BASE_URL: baseUrl,
    AUDIT_URL: auditUrl,
  })
  const ask = askOverHttp(origin)
  return { origin, ask: (path: string, question: Question) => ask(`/conformance${path}`, question), stop }
}

describeStatusProxy({ name: 'Next.js', differences: hostDifferences.next, start: startNext })
