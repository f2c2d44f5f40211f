import { createClient, createKeyv } from '@keyv/redis'
import { createItrStatusProxy } from 'itr-progress/proxy'
import { resolveJob } from '../sealed-handles/resolveJob.ts'

// Without the offline queue, a command fails at once while Redis is down, and the proxy calls the upstream.
const client = createClient({ url: process.env.REDIS_URL!, disableOfflineQueue: true })
const logError = (error: Error) => console.error(`redis: ${error.message}`)
client.on('error', logError)
// Connect now, so that the first poll does not wait for the connection.
client.connect().catch(logError)

export const cache = createKeyv(client)
// A failed `get` counts as a miss, and `client` has logged the error already.
cache.on('error', () => undefined)

export const itrStatusProxy = createItrStatusProxy({
  apiKey: () => process.env.FINPASS_API_KEY!,
  apiSecret: () => process.env.FINPASS_API_SECRET!,
  baseUrl: process.env.FINPASS_BASE_URL,
  resolveJob,
  cache,
})
