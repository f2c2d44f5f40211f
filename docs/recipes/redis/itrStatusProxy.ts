import { createClient, createKeyv } from '@keyv/redis'
import { createItrStatusProxy } from 'itr-progress/proxy'
import { resolveJob } from '../sealed-handles/resolveJob.ts'

// Without the queue a command fails at once while Redis is away, and the proxy asks the upstream itself.
const client = createClient({ url: process.env.REDIS_URL!, disableOfflineQueue: true })
const tell = (error: Error) => console.error(`redis: ${error.message}`)
client.on('error', tell)
// Now, so that the first question does not wait for it.
client.connect().catch(tell)

export const cache = createKeyv(client)
// A failed `get` is a miss, and `client` has said what is wrong.
cache.on('error', () => undefined)

export const itrStatusProxy = createItrStatusProxy({
  apiKey: process.env.FINPASS_API_KEY!,
  apiSecret: process.env.FINPASS_API_SECRET!,
  baseUrl: process.env.FINPASS_BASE_URL,
  resolveJob,
  cache,
})
